"""`fadu monitor URL|DIR --key VKEY --state FILE`: for whoever wants to know that a log stays the one it was."""

import argparse
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from fadu.ledger.errors import LedgerError
from fadu.ledger.keys import Verifier
from fadu.ledger.monitor.alarm import Alarm, call, keep
from fadu.ledger.monitor.follow import AGAIN, Round
from fadu.ledger.monitor.source import Source, Unreachable, opened
from fadu.ledger.monitor.state import State, Unfit

SOUND, ALARM, MISUSED, UNREACHABLE = 0, 1, 2, 3
"""Exit codes. Of a monitor that runs on: ALARM where there ever was one."""

INTERVAL: Final = 60
STALE: Final = 900


def monitor(argv: Sequence[str]) -> int:
    """Follow the log named in `argv` once or until stopped; gives the exit code."""
    try:
        options = _parser().parse_args(argv)
    except SystemExit as stop:
        return MISUSED if stop.code else SOUND
    try:
        key = options.key if "+" in options.key else Path(options.key).read_text("utf-8").strip()
        Verifier.parse(key)
        source = opened(options.log, timeout=options.timeout)
        State.load(options.state, key)
        options.state.resolve().parent.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError, LedgerError, Unfit) as error:
        sys.stderr.write(f"无法监看：{getattr(error, 'reason', error)}\n")
        return MISUSED
    return Watch(source, key, options).run()


class Watch:
    """A monitor at work."""

    def __init__(self, source: Source, key: str, options: argparse.Namespace, *, clock: Callable[[], float] = time.time) -> None:
        self._source, self._key, self._options, self._clock = source, key, options, clock
        self._stopped = threading.Event()

    def run(self) -> int:
        """Round after round."""
        worst = SOUND
        while True:
            code = self.once()
            if self._options.once:
                return code
            worst = ALARM if ALARM in {code, worst} else SOUND
            try:
                if self._stopped.wait(self._options.interval):
                    return worst
            except KeyboardInterrupt:
                return worst

    def once(self) -> int:
        """One round, told and remembered."""
        state, moment = State.load(self._options.state, self._key), self._clock()
        again = state.full if self._options.all else self._options.again
        try:
            after = Round(self._source, state, moment=moment, stale=self._options.stale, again=again).run()
        except Unreachable as error:
            self._say(f"未能连上，稍后再试（这不是警报）：{error}")
            return UNREACHABLE
        except Alarm as alarm:
            self._shout(alarm, state, moment)
            return ALARM
        after.save(self._options.state)
        self._say(f"相符：日志 {after.head.size} 条，比上次多 {after.head.size - state.head.size} 条")
        return SOUND

    def _shout(self, alarm: Alarm, state: State, moment: float) -> None:
        """Say it each time; keep the evidence and call once, until something else is the matter."""
        sys.stderr.write(f"警报：{alarm}\n")
        if state.told != str(alarm):
            evidence = keep(alarm, self._options.state.with_name(f"{self._options.state.name}.evidence"), moment)
            sys.stderr.write(f"证据保存在 {evidence}\n")
            for failed in call(alarm, evidence, command=self._options.on_alarm, webhook=self._options.webhook):
                sys.stderr.write(f"{failed}\n")
            state.told = str(alarm)
            state.save(self._options.state)
        sys.stderr.flush()

    def _say(self, text: str) -> None:
        if not self._options.quiet:
            sys.stdout.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')} {text}\n")
            sys.stdout.flush()


def _parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    parser = argparse.ArgumentParser(prog="fadu monitor", description="从外部跟随公开日志，发现分叉、倒退、缺口、改动即报警；不需要数据库")
    parser.add_argument("log", metavar="URL|DIR", help="日志的地址（如 https://fadu.example.gov.cn/log），或者存有日志文件的文件夹")
    parser.add_argument("--key", metavar="VKEY", required=True, help="公布的公钥一行，或存有该行的文件")
    parser.add_argument("--state", type=Path, metavar="FILE", required=True, help="保存所见的文件；证据保存在 FILE.evidence")
    parser.add_argument("--once", action="store_true", help="只看一次")
    parser.add_argument("--interval", type=float, default=INTERVAL, metavar="秒", help=f"两次之间隔多久（默认 {INTERVAL}）")
    parser.add_argument("--stale", type=float, default=STALE, metavar="秒", help=f"有存证等待时，检查点多久不更新即报警（默认 {STALE}，0 为不查）")
    parser.add_argument("--again", type=int, default=AGAIN, metavar="N", help=f"每次重看以前的多少包条目（默认 {AGAIN}）")
    parser.add_argument("--all", action="store_true", help="重看以前的全部条目")
    parser.add_argument("--timeout", type=float, default=20, metavar="秒", help="一次请求等多久")
    parser.add_argument(
        "--on-alarm", metavar="CMD", default="", help="报警时运行的命令；标准输入是 JSON，环境变量 FADU_ALARM、FADU_ALARM_SAYS、FADU_ALARM_EVIDENCE"
    )
    parser.add_argument("--webhook", metavar="URL", default="", help="报警时以 JSON 告知的地址")
    parser.add_argument("--quiet", action="store_true", help="相符时不说话")
    return parser
