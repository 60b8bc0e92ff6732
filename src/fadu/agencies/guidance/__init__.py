"""指导和试点: what higher organs and the justice department tell those below, how often they look, and pilots of good order."""
