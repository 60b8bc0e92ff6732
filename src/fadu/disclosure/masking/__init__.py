"""The one place where what may not be public is taken out of a text (脱敏), and where a text is searched for what is left.

Two passes that know nothing of each other: `mask` takes out what is known of the case and whatever has the shape of
personal data; `remains` looks at the outcome and names what it still finds. A text in which something remains is not
released (个人信息保护法第二十五条, 行政处罚法第五十条, 市场监督管理行政处罚信息公示规定第六条).
"""

from fadu.disclosure.masking.known import Known, known_of
from fadu.disclosure.masking.masker import Masked, Piece, mask
from fadu.disclosure.masking.seeker import Found, remains

__all__ = ["Found", "Known", "Masked", "Piece", "known_of", "mask", "remains"]
