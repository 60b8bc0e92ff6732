"""Forms of the sign-in pages."""

from typing import Any

from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.core.validators import MaxLengthValidator

LONGEST = {"username": 32, "password": 128}


class SignInForm(AuthenticationForm):
    """Name and password. What is wrong is not said more exactly than that: a stranger learns no names here."""

    error_messages = {  # noqa: RUF012 - as the base class has it
        "invalid_login": "登录名或者密码不对。连续输错会暂停登录 15 分钟；忘记密码请找本机关的系统管理员重设。",
        "inactive": "登录名或者密码不对。",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "登录名"
        self.fields["username"].error_messages["required"] = "请填写登录名"
        self.fields["password"].label = "密码"
        self.fields["password"].error_messages["required"] = "请填写密码"
        for name, longest in LONGEST.items():  # what is longer can't be right, and must not reach the count of failures
            self.fields[name].validators.append(MaxLengthValidator(longest, "登录名或者密码不对"))

    def clean_username(self) -> str:
        """Letter case and stray spaces do not matter, to the count of failures either."""
        return str(self.cleaned_data["username"]).strip().lower()


class OwnPasswordForm(PasswordChangeForm):
    """The old password and the new one twice; another than the old."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in (("old_password", "现在的密码"), ("new_password1", "新密码"), ("new_password2", "再输一次新密码")):
            self.fields[name].label = label
            self.fields[name].error_messages["required"] = f"请填写{label}"

    def clean(self) -> dict[str, Any]:
        """A first password that is kept protects nobody."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("new_password1") and cleaned.get("new_password1") == cleaned.get("old_password"):
            self.add_error("new_password1", "新密码不能与现在的相同")
        return cleaned
