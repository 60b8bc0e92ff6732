"""Originals in an S3-compatible store: FADU_STORE=s3://bucket/prefix?endpoint=https://host:port&region=name.

Keys come from where the AWS tools take them (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, a profile, the machine). What is sent are
the sealed frames: whoever keeps the store reads nothing. A large original goes up in parts as it comes; it is there when its
last part is, not before. Parts that a crash left behind are ended by `discard`.
"""

import uuid
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, BinaryIO, Final
from urllib.parse import parse_qs, urlsplit

import boto3
from boto3.exceptions import S3UploadFailedError
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from fadu.evidence.unfit import Later
from fadu.evidence.vault.frames import Damaged, Kept, Sealing

PART: Final = 5 << 20
"""Bytes of a part, at the least: S3 takes 10,000 parts of at least 5 MiB."""
_GONE: Final = {"NoSuchKey", "404", "NoSuchUpload", "NotFound"}


@lru_cache(maxsize=4)
def bucket(url: str) -> "Bucket":
    """The store at a URL; one client for the process."""
    parts = urlsplit(url)
    if parts.scheme != "s3" or not parts.netloc:
        raise ValueError("FADU_STORE：应为 s3://bucket/prefix?endpoint=https://…")
    asked = parse_qs(parts.query)
    config = Config(retries={"mode": "standard", "max_attempts": 5}, connect_timeout=10, read_timeout=60, s3={"addressing_style": "path"})
    client = boto3.client("s3", endpoint_url=asked.get("endpoint", [None])[0], region_name=asked.get("region", ["us-east-1"])[0], config=config)
    return Bucket(client, parts.netloc, parts.path.strip("/"))


class Bucket:
    """A bucket as a store."""

    def __init__(self, client: Any, name: str, prefix: str) -> None:
        self._client, self._name, self._prefix = client, name, f"{prefix}/" if prefix else ""

    def keep(self, key: uuid.UUID, source: BinaryIO, *, most: int) -> Kept:
        """Send it up part by part; what fails on the way is taken back."""
        sealing = Sealing(key, source, most)
        parts = _parts(sealing)
        where = self._where(key)
        held = next(parts)
        try:
            if len(held) < PART:  # the only one
                self._client.put_object(**where, Body=held)
                return sealing.kept
            upload = self._client.create_multipart_upload(**where)["UploadId"]
            try:
                tags = [self._part(where, upload, 1, held)]
                del held
                tags += [self._part(where, upload, number, part) for number, part in enumerate(parts, 2)]
                self._client.complete_multipart_upload(**where, UploadId=upload, MultipartUpload={"Parts": tags})
            except BaseException:
                self._client.abort_multipart_upload(**where, UploadId=upload)
                raise
        except (BotoCoreError, ClientError) as error:
            raise Later("存储暂时不能写入，文件没有收下；稍后会自动再试") from error
        return sealing.kept

    def stored(self, key: uuid.UUID) -> "_Object":
        """An original in the bucket; raises Damaged where there is none."""
        return _Object(self._client, self._where(key))

    def discard(self, key: uuid.UUID) -> None:
        """Take it away, and the parts of it that a crash left."""
        where = self._where(key)
        try:
            begun = self._client.list_multipart_uploads(Bucket=self._name, Prefix=where["Key"]).get("Uploads", ())
            for upload in begun:
                self._client.abort_multipart_upload(**where, UploadId=upload["UploadId"])
            self._client.delete_object(**where)
        except (BotoCoreError, ClientError) as error:
            raise Later("存储暂时不能写入，稍后再试") from error

    def listed(self) -> Iterator[tuple[uuid.UUID, int]]:
        """Everything in the store, by key, each with its length at rest; raises Damaged."""
        try:
            for page in self._client.get_paginator("list_objects_v2").paginate(Bucket=self._name, Prefix=self._prefix):
                for found in page.get("Contents", ()):
                    try:
                        yield uuid.UUID(found["Key"].rsplit("/", 1)[-1]), int(found["Size"])
                    except ValueError:  # nothing that this platform put there
                        continue
        except (BotoCoreError, ClientError) as error:
            raise _unreadable(error) from error

    def put(self, key: uuid.UUID, source: BinaryIO) -> None:
        """Put back what lay under a key, sealed as it is, in parts; raises Later."""
        try:
            self._client.upload_fileobj(source, **self._where(key))
        except (BotoCoreError, ClientError, S3UploadFailedError) as error:
            raise Later("存储暂时不能写入") from error

    def _part(self, where: dict[str, str], upload: str, number: int, body: bytearray) -> dict[str, Any]:
        answer = self._client.upload_part(**where, UploadId=upload, PartNumber=number, Body=body)
        return {"PartNumber": number, "ETag": answer["ETag"]}

    def _where(self, key: uuid.UUID) -> dict[str, str]:
        return {"Bucket": self._name, "Key": f"{self._prefix}{key.hex[-2:]}/{key}"}


class _Object:
    """An object at rest, read by ranges."""

    def __init__(self, client: Any, where: dict[str, str]) -> None:
        self._client, self._where = client, where
        try:
            self._length = int(client.head_object(**where)["ContentLength"])
        except (BotoCoreError, ClientError) as error:
            raise _unreadable(error) from error

    def length(self) -> int:
        return self._length

    def read(self, start: int, length: int) -> bytes:
        try:
            answer = self._client.get_object(**self._where, Range=f"bytes={start}-{start + length - 1}")
            return bytes(answer["Body"].read())
        except (BotoCoreError, ClientError) as error:
            raise _unreadable(error) from error

    def close(self) -> None:
        """Nothing is held."""


def _unreadable(error: Exception) -> Damaged:
    code = getattr(error, "response", {}).get("Error", {}).get("Code", "")
    return Damaged("原件不在存储中，请从备份恢复" if code in _GONE else "存储暂时不能读取，请稍后再试")


def _parts(sealing: Sealing) -> Iterator[bytearray]:
    """The sealed frames, gathered into parts."""
    held = bytearray()
    for frame in sealing:
        held += frame
        if len(held) >= PART:
            yield held
            held = bytearray()
    if held:
        yield held
