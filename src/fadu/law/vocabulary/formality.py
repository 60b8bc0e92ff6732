"""Facts of form: how evidence was taken, what the papers say, how they reached the party (形式要件).

Most are not asked: a step's effect draws them from its answers.
"""

from fadu.law.facts import count, day, flag, members, text
from fadu.law.vocabulary.kinds import LEVEL
from fadu.law.vocabulary.marks import DecisionPart, Flaw, Handed, ReportPart, Sampling, Scene


class Formality:
    """取证、笔录、文书和送达的形式."""

    GRAIN = "case"

    evidence_flaws = members("证据形式的缺陷", Flaw)
    party_summoned = flag("检查已通知当事人到场")
    asked_apart = flag("询问个别进行")
    filmed = members("已作音像记录的环节", Scene)
    refusals_unfilmed = count("当事人不到场或者拒签而没有音像记录的笔录份数")
    sample_remote = flag("通过网络、电话购买等方式抽样")
    sampling = members("抽样取证的手续", Sampling)
    sampled_on = day("最近一次抽样取证日期")
    test_lab = text("检验鉴定机构", (("qualified", "具有法定资质"), ("fallback", "没有法定资质机构，委托其他具备条件的机构"), ("neither", "都不是")))
    result_told_on = day("检验鉴定结果告知当事人日期")
    assist_received_on = day("协助方收到协助调查函日期")
    assist_done_on = day("协助方完成日期")
    assist_extension = count("协助方期满前告知延期的工作日")

    preserve_handed = members("先行登记保存的手续", Handed)
    preserve_disposal = text(
        "登记保存物品的处理措施",
        (
            ("recorded", "采取记录、复制、拍照、录像等证据保全措施"),
            ("tested", "送交检测、检验、检疫、鉴定"),
            ("seized", "依法查封、扣押"),
            ("confiscate", "应当没收的，决定没收"),
            ("released", "解除先行登记保存"),
        ),
    )
    release_approved = flag("处理、解除登记保存经负责人批准")
    measure_basis = text("强制措施依据的层级", LEVEL)
    measure_approved = flag("采取、解除强制措施经负责人批准")
    early_disposed_on = day("先行处置日期")
    early_consent = text("先行处置的前提", (("agreed", "权利人同意"), ("asked", "权利人申请"), ("announced", "权利人不明，公告期满"), ("none", "都没有")))
    early_evidence_kept = flag("先行处置前已留存证据")
    release_announced_on = day("公告领取解除物品日期")
    unclaimed_approved = flag("处理无人领取物品经负责人批准")

    report_parts = members("调查终结报告的内容", ReportPart)
    review_points = count("审核意见回答的要点数")
    notice_written = flag("书面告知")
    notice_announced_on = day("告知书公告发布日期")
    decision_parts = members("决定书载明的内容", DecisionPart)
    spot_sealed = flag("当场处罚决定书加盖部门印章")
    defence_recorded = flag("当事人陈述、申辩已记入笔录")

    witnessed = flag("留置送达有见证人，或者拍照、录像")
    arrived_on = day("电子送达到达特定系统日期")
    service_recorded = flag("电子送达已截屏、录音、录像")
    announce_posted = flag("公告以张贴方式发布")
    announce_photographed = flag("张贴公告已拍照、录像")
    announce_reasoned = flag("案卷载明公告送达的原因和经过")
    address_confirmed_on = day("送达地址确认书签署日期")
    served_at = text("送达的结果", (("received", "受送达人实际收到"), ("confirmed", "送达至确认的地址，未实际收到")))
    left_on = day("文书留在确认地址日期")
    returned_on = day("文书被退回日期")
