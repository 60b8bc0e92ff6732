"""事中: while an enforcement goes on, whoever is concerned reads its notice and its progress by the code on the paper; windows tell who sits there."""
