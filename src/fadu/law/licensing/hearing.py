"""许可听证."""

from fadu.law.asking import BEGAN, ENDED, PLACE, ask, line, prose
from fadu.law.forms import Field, Kind
from fadu.law.procedure import Step, When, absent
from fadu.law.statutes import LICENCE
from fadu.law.vocabulary import licence

ACCEPTED = ("accepted",)
CHAIR = Field(name="chair", label="听证主持人", kind=Kind.OFFICERS, help="不能是审查这件申请的人员")

ANNOUNCE = Step(
    name="announce_licence_hearing",
    label="公告听证",
    leaves=ACCEPTED,
    basis=(LICENCE[46],),
    says="法定应当听证或者涉及公共利益的重大许可，向社会公告",
    asks=(line("where", "公告的载体"), prose("announced", "公告内容", longest=2000)),
    marks={licence.hearing_announced_on: When.DAY},
    side=True,
)

TELL = Step(
    name="tell_licence_hearing",
    label="告知听证权利",
    leaves=ACCEPTED,
    basis=(LICENCE[47, 1],),
    says="直接涉及申请人与他人重大利益关系的，决定前告知双方可以在五日内要求听证",
    asks=(line("interested", "被告知的利害关系人"), line("receiver", "签收人")),
    marks={licence.hearing_told_on: When.DAY},
    clears=(licence.hearing_waived_on,),
    papers=("licence_hearing_right",),
    side=True,
)

ASK = Step(
    name="ask_licence_hearing",
    label="登记听证申请",
    unfit=absent(licence.hearing_told_on, "还没有告知听证权利"),
    leaves=ACCEPTED,
    basis=(LICENCE[47, 1],),
    says="二十个工作日内组织听证",
    asks=(line("asked_by", "申请人"), ask(licence.hearing_asked_on, "收到听证申请日期"), prose("reason", "理由", longest=1000, required=False)),
    side=True,
)

WAIVE = Step(
    name="waive_licence_hearing",
    label="登记放弃听证",
    unfit=absent(licence.hearing_told_on, "还没有告知听证权利"),
    leaves=ACCEPTED,
    basis=(LICENCE[47, 1],),
    says="申请人和利害关系人都明确放弃或者撤回听证的，不再等待",
    asks=(prose("how", "放弃或者撤回的情况", longest=1000),),
    marks={licence.hearing_waived_on: When.DAY},
    side=True,
)

NOTIFY = Step(
    name="notify_licence_hearing",
    label="通知听证",
    leaves=ACCEPTED,
    basis=(LICENCE[48, 1, 1],),
    says="举行的七个工作日前，通知申请人、利害关系人时间和地点",
    asks=(ask(licence.hearing_set_for), line("hearing_time", "时间", example="9:30"), PLACE, CHAIR, line("receiver", "签收人")),
    marks={licence.hearing_notice_on: When.DAY},
    papers=("licence_hearing_notice",),
    side=True,
)

HOLD = Step(
    name="hold_licence_hearing",
    label="举行听证",
    unfit=absent(licence.hearing_notice_on, "还没有通知听证"),
    leaves=ACCEPTED,
    basis=(LICENCE[48, 1, 2], LICENCE[48, 1, 5], LICENCE[47, 2]),
    says="公开举行，审查人员提出证据和理由，双方申辩、质证，笔录经确认签章",
    asks=(
        BEGAN,
        ENDED,
        PLACE,
        CHAIR,
        line("attended", "到会的申请人、利害关系人"),
        prose("examiners_say", "审查人员的意见、证据和理由", longest=3000),
        prose("parties_say", "申辩和质证", longest=3000),
        ask(licence.hearing_public),
        ask(licence.hearing_fee, help="没有收费填 0"),
        ask(licence.transcript_signed),
    ),
    marks={licence.hearing_held_on: When.DAY},
    papers=("licence_hearing_record",),
    side=True,
)

STEPS = (ANNOUNCE, TELL, ASK, WAIVE, NOTIFY, HOLD)
