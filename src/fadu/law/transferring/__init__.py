"""移送涉嫌犯罪案件、反向移送、移送纪检监察."""

from fadu.law.transferring import criminal, discipline, reverse

PROCEDURES = (criminal.PROCEDURE, reverse.PROCEDURE, discipline.PROCEDURE)
