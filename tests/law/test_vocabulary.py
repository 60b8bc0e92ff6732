"""Every word that a rule speaks is set by somebody: by a form, by the taking of a step, by its effect, or by the platform itself."""

from fadu.law.calendar import china
from fadu.law.facts import VOCABULARY, Fact, Type
from fadu.law.registry import grain_of, procedures, rules
from fadu.law.rules import Clock, Gate, Moment, Rule
from fadu.law.vocabulary import context
from fadu.law.vocabulary.kinds import LABELS

AT = Moment(china(), 20_000)
STEPS = [step for procedure in procedures().values() for step in procedure.steps]
ASKED = {asked.name for step in STEPS for asked in step.asks} & VOCABULARY.keys()
LOCAL = {fact.name for course in procedures().values() for fact in course.parameters}
SET = {name for step in STEPS for name in step.sets()} | ASKED | LOCAL | {"procedure"}  # the procedure is set by the opening and by a switch


def spoken(rule: Rule) -> set[str]:
    """The facts that a rule reads in any of its uses."""
    names = set(rule.reads(AT))
    if isinstance(rule, Gate) and rule.once is not None:
        names.add(rule.once.name)
    if isinstance(rule, Clock):
        names |= {rule.starts.name, rule.ends.name}
    return names


def test_every_fact_that_a_rule_reads_is_set_somewhere():
    unset = {(rule.id, name) for rule in rules() for name in spoken(rule) - SET - context.KNOWN}
    assert unset == set()


def test_context_lists_no_fact_that_a_form_asks():
    asked_and_known = ASKED & context.KNOWN
    # the catalogue's item is chosen in the form; who chairs a hearing is chosen there and looked up; an organ's seal is put by the documents
    assert asked_and_known <= {"field", "chair_is_handler", "decision_sealed"}


def test_every_fact_of_the_context_is_read_by_a_rule_or_shown():
    read = {name for rule in rules() for name in spoken(rule)}
    shown = {"at", "by_decider"}  # printed with the step; kept for who looks a case up later
    assert context.KNOWN - read - shown == set()


def test_a_rule_speaks_of_one_grain_and_of_the_step():
    for rule in rules():
        assert {VOCABULARY[name].grain for name in spoken(rule)} <= {grain_of(rule), "step"}, rule.id


def test_gates_that_can_be_swept_read_no_fact_of_a_step():
    """What is known of the step alone is gone when a past case is judged."""
    for rule in rules():
        if isinstance(rule, Gate) and rule.once is not None:
            assert {VOCABULARY[name].grain for name in spoken(rule)} == {grain_of(rule)}, rule.id


def test_gates_guard_steps_of_their_own_grain():
    for rule in rules():
        guarded = set(rule.before) if isinstance(rule, Gate) else {rule.next_step} - {""} if isinstance(rule, Clock) else set()
        assert guarded <= {step.name for course in procedures().values() if course.grain == grain_of(rule) for step in course.steps}, rule.id


def test_every_fact_has_a_chinese_label_and_every_member_a_name():
    for fact in VOCABULARY.values():
        assert any("一" <= sign <= "鿿" for sign in fact.label), fact.name
        if fact.type is Type.SET:
            assert fact.members is not None
            assert all(LABELS[member] for member in fact.members), fact.name


def test_every_fact_knows_its_own_name():
    assert all(isinstance(fact, Fact) and fact.name == name for name, fact in VOCABULARY.items())
