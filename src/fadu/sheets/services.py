"""The only writers of imports: brought in by page or command, done by the worker.

A run is checked, then written: all its rows in one transaction together with the word that it is done, so that whatever
happens either both stand or neither. Who started it is asked the permission table at the start and again when it is run.
"""

import hashlib
import logging
from collections.abc import Callable, Mapping
from datetime import timedelta

from django.db import IntegrityError, OperationalError, transaction
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Actor, Role
from fadu.accounts.models import User
from fadu.accounts.permissions import NotAllowed, require, scope
from fadu.accounts.selectors import actor_for
from fadu.law.forms import Field, Invalid, validate
from fadu.sheets import selectors, storage
from fadu.sheets.checking import check
from fadu.sheets.models import RUNNING, Export, Import, State
from fadu.sheets.reading import MOST_BYTES, read
from fadu.sheets.sheet import Fault, Faults, Rows, Sheet, Tick, sheet

FILE = Field(name="file", label="文件", help=f"填好的模板（.xlsx），也可以是 .xls、.ods、.csv；最大 {MOST_BYTES >> 20} MB")
REASON = Field(name="reason", label="事由", help="为什么导入；改动的每一条记录都会写上", example="2026 年度人员核对", longest=200)
MOST_FAULTS = 5000
"""Faults that are kept of one file; how many there are in all is told."""
KEPT_FOR = timedelta(days=1)
"""How long the file of an interrupted run can be started again."""
Said = Callable[[str, int, int], None]
"""Told the phase, the rows done and the rows in all."""

logger = logging.getLogger("fadu.sheets")


def bring_in(actor: Actor, which: Sheet, name: str, data: bytes, reason: str) -> Import:
    """Take a file to be imported by the worker. It is kept sealed until then, and deleted when the run ends."""
    require(actor, which.load_action)
    clean = validate((REASON,), {"reason": reason})
    if not data:
        raise Invalid({"file": "请选择文件；选了的话，文件是空的"})
    if len(data) > MOST_BYTES:
        raise Invalid({"file": f"文件超过 {MOST_BYTES >> 20} MB，请分成几份导入"})
    digest = hashlib.sha256(data).hexdigest()
    with transaction.atomic():
        if Import.objects.filter(sheet=which.id, sha256=digest, by_id=actor.user_id, state__in=(State.WAITING, *RUNNING)).exists():
            raise Invalid({"file": "这份文件正在导入，请在下面查看进度"})
        run = Import.objects.create(
            sheet=which.id,
            file_name=_said(name),
            sha256=digest,
            size=len(data),
            reason=clean["reason"],
            **_whom(actor),
        )
        storage.keep(run.pk, data)
    return run


def taken_out(actor: Actor, list_id: str, title: str, filters: Mapping[str, str], rows: int) -> Export:
    """Write down that a list is taken out of the platform: before it is sent, so that nothing leaves unrecorded."""
    whom = {name: value for name, value in _whom(actor).items() if name != "post_id"}
    return Export.objects.create(list_id=list_id, title=title, filters=dict(filters) or None, rows=rows, at=timezone.now(), by_role=actor.role.value, **whom)


def start_again(actor: Actor, which: Sheet, key: int) -> Import:
    """Let an interrupted run be done anew, in the name of who starts it again; nothing of it was written."""
    require(actor, which.load_action)
    with transaction.atomic():
        run = Import.objects.select_for_update().filter(scope(actor, which.load_action, organ="organ_id"), sheet=which.id).get(pk=key)
        if run.state != State.INTERRUPTED:
            raise Invalid({"": f"这次导入已经{run.get_state_display()}，不能重新开始"})
        if not run.kept:
            raise Invalid({"": "上传的文件已经删除，请重新上传"})
        for name, value in _whom(actor).items():
            setattr(run, name, value)
        run.state, run.started_at, run.ended_at, run.note = State.WAITING, None, None, ""
        run.save()
    return run


def work_once(said: Said | None = None) -> bool:
    """Do the import that waits longest and whose sheet nobody else is importing; whether there was one.

    Called by the worker in its turn. What a worker left unfinished when it died is told first.
    """
    tell_interrupted()
    return any(do(key, said) for key in selectors.waiting())


def do(key: int, said: Said | None = None) -> bool:
    """Do one import, if it waits and its sheet is free."""
    run = Import.objects.filter(pk=key).first()
    if run is None:
        return False
    with storage.alone(run.sheet) as free:
        if not free or not _begun(run):
            return False
        try:
            _do(run, said or _unsaid)
        except (Faults, NotAllowed, Invalid, IntegrityError) as wrong:
            _ended(run, State.FAULTY, faults=_faults(wrong))
        except OperationalError as busy:
            logger.warning("import %s: %s", run.pk, busy)
            _ended(run, State.INTERRUPTED, note="数据库正忙，没有写入；请重新开始")
        except Exception:
            logger.exception("import %s", run.pk)
            _ended(run, State.INTERRUPTED, note="程序出错，没有写入；请重新开始，仍不行请联系管理员查看日志")
    return True


def tell_interrupted() -> None:
    """Tell of runs that nobody is at any more, and delete the files of those that nobody started again."""
    for run in Import.objects.filter(state__in=RUNNING).defer("faults"):
        with storage.alone(run.sheet) as free:
            if free and Import.objects.filter(pk=run.pk, state__in=RUNNING).exists():
                _ended(run, State.INTERRUPTED, note="后台处理中途停止，没有写入；请重新开始")
    for run in Import.objects.filter(state=State.INTERRUPTED, kept=True, ended_at__lt=timezone.now() - KEPT_FOR).defer("faults"):
        storage.drop(run.pk)
        Import.objects.filter(pk=run.pk).update(kept=False)


def _begun(run: Import) -> bool:
    """Take the run; False where another worker has it."""
    try:
        with transaction.atomic():
            return Import.objects.filter(pk=run.pk, state=State.WAITING).update(state=State.CHECKING, started_at=timezone.now()) == 1
    except IntegrityError:  # the database lets one of a sheet run at a time, wherever the workers are
        return False


def _do(run: Import, said: Said) -> None:
    which, actor = sheet(run.sheet), _actor(run)
    if which is None:
        raise Invalid({"": "平台不再有这个表"})
    require(actor, which.load_action)
    data = storage.fetch(run.pk)
    if data is None:
        raise Invalid({"": "上传的文件已经不在了，请重新上传"})
    lines = read(data, which.title)
    checking = _ticking(run, State.CHECKING, len(lines), said)
    rows, faults = check(which.fields(actor), lines, checking, run.reason)
    if faults:
        raise Faults([*faults, *_tried(which, actor, rows, checking)])
    Import.objects.filter(pk=run.pk).update(state=State.WRITING, rows_all=len(rows))
    tick = _ticking(run, State.WRITING, len(rows), said)
    tick(0)
    with transaction.atomic():
        loaded = which.load(actor, rows, tick)
        counted = {"added": loaded.added, "changed": loaded.changed, "unchanged": loaded.unchanged}
        Import.objects.filter(pk=run.pk).update(state=State.DONE, ended_at=timezone.now(), rows_done=len(rows), rows_all=len(rows), kept=False, **counted)
    storage.drop(run.pk)


def _tried(which: Sheet, actor: Actor, rows: Rows, tick: Tick) -> list[Fault]:
    """What the room says of the sound rows of a file whose other rows are not: so all faults are told at once. Undone."""
    if not rows:
        return []
    try:
        with transaction.atomic():
            which.load(actor, rows, tick)
            transaction.set_rollback(True)
    except (Faults, NotAllowed, Invalid, IntegrityError) as wrong:
        return _faults(wrong)
    return []


def _ended(run: Import, state: State, *, faults: list[Fault] | None = None, note: str = "") -> None:
    told = storage.told(run.pk) or (0, 0)
    kept = state is State.INTERRUPTED
    run = Import.objects.get(pk=run.pk)
    run.state, run.ended_at, run.note, run.kept = state, timezone.now(), note, kept
    run.rows_done, run.rows_all = told
    if faults is not None:
        run.faults = [[fault.row, fault.column, fault.says] for fault in faults[:MOST_FAULTS]]
        run.faults_count = len(faults)
    run.save()
    if not kept:
        storage.drop(run.pk)


def _faults(wrong: Exception) -> list[Fault]:
    """What is wrong, as faults; of the file as a whole where it is of no cell."""
    if isinstance(wrong, Faults):
        return sorted(wrong.faults, key=lambda fault: fault.row)
    if isinstance(wrong, Invalid):
        return [Fault(0, "", says) for says in wrong.errors.values()]
    if isinstance(wrong, NotAllowed):
        return [Fault(0, "", wrong.reason)]
    return [Fault(0, "", "导入的同时有人登记了相同的内容，没有写入；请导出最新的表核对后重新导入")]


def _ticking(run: Import, state: State, of: int, said: Said) -> Tick:
    def tick(done: int) -> None:
        storage.tell(run.pk, done, of)
        said(State(state).label, done, of)

    return tick


def _unsaid(_phase: str, _done: int, _of: int) -> None:
    """Nobody listens."""


def _actor(run: Import) -> Actor:
    """Who started the run, in the same post, as they stand now."""
    if run.by_id is None:
        return SYSTEM
    user = User.objects.filter(pk=run.by_id).first()
    actor = actor_for(user, run.post_id) if user else None
    if not actor or actor.post_id != run.post_id:
        raise NotAllowed(f"{run.by_name}已不再任提交时的职务，不能导入；请由现任人员重新上传。")
    return actor


def _whom(actor: Actor) -> dict[str, object]:
    if actor.user_id is None and actor.role is not Role.SYSTEM:
        raise NotAllowed("请先登录。")
    return {"by_id": actor.user_id, "by_name": actor.name, "post_id": actor.post_id, "organ_id": actor.organ_id}


def _said(name: str) -> str:
    """A file's name without its folder and what can't be seen."""
    return "".join(char for char in name.replace("\\", "/").rsplit("/", 1)[-1] if char.isprintable())[:200] or "未命名"
