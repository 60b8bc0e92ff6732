"""政府信息公开、政务数据共享: requests, and publishing of one's own accord."""

from fadu.law.openness import catalogue, fixing, publishing, requesting, sharing

PROCEDURES = (requesting.PROCEDURE, publishing.PROCEDURE, fixing.PROCEDURE, sharing.PROCEDURE, catalogue.PROCEDURE)
