// A marker seeks the player on the page; without scripts its link opens the page at that second. The marker form takes the second that is shown.
const film = document.querySelector("[data-film]");
if (film) {
  const seek = (second) => {
    film.currentTime = second;
    film.scrollIntoView({ block: "nearest" });
  };
  if (film.dataset.at) {
    const go = () => seek(Number(film.dataset.at));
    if (film.readyState > 0) go();
    else film.addEventListener("loadedmetadata", go, { once: true });
  }
  for (const link of document.querySelectorAll("[data-second]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      seek(Number(link.dataset.second));
    });
  }
  const second = document.querySelector("#mark-form [name=second]");
  if (second) {
    film.addEventListener("pause", () => {
      second.value = String(Math.floor(film.currentTime));
    });
  }
}
