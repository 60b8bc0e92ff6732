"""Appraisal and care: appraisals, commendations, accountability and exemption, insurance, counselling, team size."""
