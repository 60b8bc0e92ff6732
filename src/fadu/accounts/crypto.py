"""Model fields whose column holds ciphertext, and the blind index that stands beside one; see `fadu.accounts.sealing`."""

import json
from typing import Any

from django.core.exceptions import FieldError
from django.db import models

from fadu.accounts.sealing import Undecipherable, blind_index, seal, unseal

__all__ = ["EncryptedJSONField", "EncryptedTextField", "Undecipherable", "blind_index"]


class _Encrypted(models.BinaryField):  # type: ignore[type-arg]  # not generic when it runs
    """A column of ciphertext. It can be read and tested for null; to find a row by its value keep a blind index beside it.

    Attributes:
        bound_to: the column name that the ciphertext is tied to, `app.model.field` unless told. Tell the old one when the
            field or its model is renamed, and nothing needs to be encrypted anew.
    """

    def __init__(self, *args: Any, bound_to: str = "", **kwargs: Any) -> None:
        kwargs.setdefault("editable", True)
        super().__init__(*args, **kwargs)
        self.bound_to = bound_to

    def deconstruct(self) -> Any:
        """As Django writes it into migrations."""
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("editable", None)
        if self.bound_to:
            kwargs["bound_to"] = self.bound_to
        return name, path, args, kwargs

    @property
    def column_bytes(self) -> bytes:
        """What the ciphertext is tied to."""
        return (self.bound_to or f"{self.model._meta.label_lower}.{self.name}").encode()

    def get_lookup(self, lookup_name: str) -> Any:
        """Only whether it is null."""
        if lookup_name != "isnull":
            raise FieldError(f"{self.name} is encrypted: it can't be looked up by {lookup_name!r}; keep a blind_index column beside it")
        return super().get_lookup(lookup_name)

    def get_prep_value(self, value: Any) -> Any:
        """Sealed, on the way to the database."""
        return None if value is None else seal(self.packed(value), self.column_bytes)

    def from_db_value(self, value: Any, *_: Any) -> Any:
        """Opened, on the way back."""
        return None if value is None else self.unpacked(unseal(bytes(value), self.column_bytes))

    def to_python(self, value: Any) -> Any:
        """As it is: forms never give ciphertext."""
        return value

    def value_to_string(self, obj: models.Model) -> str:
        """Serialized for fixtures as it is stored: never in the clear."""
        value = self.value_from_object(obj)
        return "" if value is None else seal(self.packed(value), self.column_bytes).hex()

    def packed(self, value: Any) -> bytes:
        """The bytes that are encrypted."""
        raise NotImplementedError

    def unpacked(self, plain: bytes) -> Any:
        """The value of those bytes."""
        raise NotImplementedError


class EncryptedTextField(_Encrypted):
    """A text, encrypted."""

    def packed(self, value: Any) -> bytes:
        """UTF-8."""
        if not isinstance(value, str):
            raise TypeError(f"{self.name} holds text, not {type(value).__name__}")
        return value.encode()

    def unpacked(self, plain: bytes) -> str:
        """From UTF-8."""
        return plain.decode()


class EncryptedJSONField(_Encrypted):
    """A value of plain JSON, encrypted."""

    def packed(self, value: Any) -> bytes:
        """Compact JSON, in UTF-8."""
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()

    def unpacked(self, plain: bytes) -> Any:
        """From JSON."""
        return json.loads(plain)
