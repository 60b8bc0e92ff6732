"""三项制度报告: how publication, recording of the whole course and legal review are carried out, item by item from the data, on 1 June and 20 December."""
