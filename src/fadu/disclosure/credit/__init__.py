"""双公示: penalties and licences in the form in which the credit platforms take them (发改办财金〔2018〕424号), and from former systems."""
