"""政府信息公开、政务数据共享."""

from fadu.law.papers.paper import outer
from fadu.law.statutes import DATA_SHARING, OPEN_GOVERNMENT

PAPERS = (
    outer("request_supplement_notice", "政府信息公开申请补正告知书", OPEN_GOVERNMENT[30], lacking="需要补正的事项", until="补正期限", number_word="公补"),
    outer("third_party_letter", "政府信息公开征求第三方意见书", OPEN_GOVERNMENT[32], matters="拟公开的信息", term="十五个工作日", number_word="公征"),
    outer("request_extension_notice", "政府信息公开延期答复告知书", OPEN_GOVERNMENT[33, 2], days="延长", reason="延长的理由", number_word="公延"),
    outer("request_reply", "政府信息公开答复书", OPEN_GOVERNMENT[36], OPEN_GOVERNMENT[37], kind="答复类型", content="答复内容和理由", review="行政复议", suit="行政诉讼", number_word="公复"),
    outer("sharing_reply", "政务数据共享申请答复函", DATA_SHARING[20, 3], DATA_SHARING[21, 1], data="申请共享的数据", answer="答复意见", number_word="数复"),
)
