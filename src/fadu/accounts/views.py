"""Signing in and out, one's own password, and the choice among one's posts."""

from http import HTTPStatus
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import LoginView, PasswordChangeView
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from fadu.accounts import selectors, services
from fadu.accounts.actors import Actor, Role
from fadu.accounts.demo import DEMO_PASSWORD
from fadu.accounts.entrance import actor_of
from fadu.accounts.forms import OwnPasswordForm, SignInForm
from fadu.accounts.middleware import POST_KEY


def home_of(actor: Actor) -> str:
    """Where somebody begins: a party at its own file, everybody else at the work list."""
    return reverse("household:own") if actor.role is Role.PARTY else resolve_url(settings.LOGIN_REDIRECT_URL)


class SignIn(LoginView):
    """The sign-in page; in a demonstration it lists who can be signed in as."""

    form_class = SignInForm
    template_name = "accounts/login.html"
    redirect_authenticated_user = False

    def get_initial(self) -> dict[str, Any]:
        """What one click on a demonstration account fills in."""
        username = self.request.GET.get("as", "")
        known = settings.DEMO and any(account["username"] == username for account in self.accounts())
        return {"username": username, "password": DEMO_PASSWORD} if known else {}

    def accounts(self) -> list[dict[str, str]]:
        """Demonstration accounts with what they are; nobody's where there is no demonstration."""
        return selectors.demonstration_accounts() if settings.DEMO else []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The demonstration accounts, and the page to come back to."""
        following = self.get_redirect_url()
        links = [{**account, "href": "?" + urlencode({"as": account["username"], "next": following})} for account in self.accounts()]
        return super().get_context_data(accounts=links, demo_password=DEMO_PASSWORD if links else "", **kwargs)

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        """The form again, the name kept."""
        return self.render_to_response(self.get_context_data(form=form), status=HTTPStatus.UNPROCESSABLE_ENTITY)

    def get_success_url(self) -> str:
        """First the password that must be changed, then the post to be chosen, then where one wanted to go."""
        user: Any = self.request.user
        if user.must_change:
            return reverse("accounts:password")
        following = super().get_success_url()
        if following == resolve_url(settings.LOGIN_REDIRECT_URL):
            following = home_of(selectors.actor_for(user))
        if POST_KEY not in self.request.session and len(selectors.capacities(user)) > 1:
            return reverse("accounts:posts") + "?" + urlencode({"next": following})
        return following


@method_decorator(never_cache, name="dispatch")
class OwnPassword(PasswordChangeView):
    """One's own password; other sessions of the account end with the change."""

    form_class = OwnPasswordForm
    template_name = "accounts/password.html"
    success_url = reverse_lazy("accounts:posts")

    def form_valid(self, form: Any) -> HttpResponse:
        """Change it through the service and stay signed in here."""
        user = services.change_password(form.user, form.cleaned_data["new_password1"])
        update_session_auth_hash(self.request, user)
        messages.success(self.request, "密码已修改；在其他设备上的登录已退出。")
        return HttpResponseRedirect(self.get_success_url())

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        """The form again with what is wrong."""
        return self.render_to_response(self.get_context_data(form=form), status=HTTPStatus.UNPROCESSABLE_ENTITY)


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def posts(request: HttpRequest) -> HttpResponse:
    """The capacities one holds, to choose in which to work; one's account."""
    user: Any = request.user
    if user.must_change:
        return redirect("accounts:password")
    if actor_of(request).role is Role.PARTY:
        return redirect(home_of(actor_of(request)))
    held = selectors.capacities(user)
    following = request.POST.get("next") or request.GET.get("next") or ""
    if not url_has_allowed_host_and_scheme(following, {request.get_host()}, require_https=request.is_secure()):
        following = ""
    error = ""
    if request.method == "POST":
        chosen = next((actor for actor in held if str(actor.post_id) == request.POST.get("post")), None)
        if chosen is not None:
            request.session.cycle_key()
            request.session[POST_KEY] = chosen.post_id
            return HttpResponseRedirect(following or resolve_url(settings.LOGIN_REDIRECT_URL))
        error = "请选择一项您现在的任职"
    context = {"held": held, "current": actor_of(request).post_id, "next": following, "error": error}
    return render(request, "accounts/posts.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK)
