"""The receipt of an exam's result."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.agencies.exams import selectors
from fadu.agencies.exams.models import Sitting
from fadu.cases.services.exam_results import receipt_of


@require_safe
@entered_for("exam.sit")
def exam_receipt(request: HttpRequest, sitting_id: int) -> HttpResponse:
    """The receipt of a result that one may see, to be kept and verified anywhere."""
    try:
        found = selectors.sitting(actor_of(request), sitting_id)
    except (Sitting.DoesNotExist, OverflowError):
        raise Http404 from None
    receipt = receipt_of(found.pk)
    if receipt is None:
        raise Http404("成绩正等待写入公开日志，请稍后再试")
    answer = HttpResponse(receipt.to_json(), content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="exam-{found.pk}.json"'
    return answer
