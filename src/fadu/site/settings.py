"""Settings of one installation, read from the environment; a fresh machine needs none of them.

FADU_DATA           folder of everything the installation keeps (default: `var` in the working directory)
FADU_DATABASE_URL   postgresql://user:password@host:port/name (default: SQLite in FADU_DATA)
FADU_SECRET_KEY     signing key (default: a file in FADU_DATA, made at the first start)
FADU_DATA_KEY       32 bytes, base64, that encrypt personal data (default: likewise)
FADU_LOG_KEY        Ed25519 seed of the public log, 32 bytes, base64 (default: likewise)
FADU_LOG_ORIGIN     name of the public log (default: localhost/log)
FADU_PUBLIC_URL     address under which papers can be verified, printed in their QR codes (default: http://127.0.0.1:8000)
FADU_DEMO           1: demonstration county, its passwords work and every page says so
FADU_HOSTS          comma-separated host names served (default: 127.0.0.1, localhost)
FADU_FFMPEG         ffmpeg of the worker (default: on the PATH, else the one of imageio-ffmpeg); FADU_FFPROBE likewise
FADU_CLAMD          malware scanner: tcp://host:port or unix:///path of clamd (default: none)
FADU_STORE          where originals lie: s3://bucket/prefix?endpoint=… (default: FADU_DATA/originals)
FADU_TSA_URL        time-stamp authority (RFC 3161) asked for every signed document (default: none, documents carry no time stamp)
FADU_TSA_ROOTS      file with the root certificates of that authority in PEM (default: none, its time stamps are shown as not verified)
FADU_SIGNER         package.module:function that reaches keys kept outside, see documents.signing.holders (default: none)
FADU_SUITE          suite that signs documents beside the PDF's own signature, such as sm2-sm3 (default: none)
FADU_CHECKPOINT_ORGAN   code of the organ whose certificate of that suite signs the checkpoints of the public log too (default: none)
FADU_MESSENGER      how electronic service is sent: email, file, or package.module:class of a carrier (default: file)
EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD, EMAIL_FROM   the mail server, for FADU_MESSENGER=email
FADU_CACHE          one cache for several processes and machines, so that limits hold across them: redis://host:port/number (default: a cache in each process)
FADU_OPEN_LIMIT     requests to the public interface, and downloads of open data, that one address may make in a minute; 0: any number (default: 120)
FADU_OPENDATA_LICENCE   licence of the open data: short name, address and title, blanks between (default: CC-BY-4.0)
FADU_OPENDATA_PUBLISHER who publishes them, as the attribution says it (default: the highest organ)
FADU_OPENDATA_KEEP  days for which editions are kept (default: 14); one that holds what was withdrawn since is taken away at once
FADU_ROBOTS         open: search engines may read what is public; closed: nothing (default: open, in the demonstration closed)
FADU_SHARED         folder with the statute corpus (default: ../shared when it is there)
"""

import os
from pathlib import Path

from csp.constants import NONCE, NONE, SELF

from fadu.site import caches, databases, keys

PACKAGE = Path(__file__).resolve().parents[1]
PROJECT = PACKAGE.parents[1]
DATA = Path(os.environ.get("FADU_DATA", PROJECT / "var"))
DATA.mkdir(parents=True, exist_ok=True)

DEBUG = False
DEMO = os.environ.get("FADU_DEMO") == "1"
PUBLIC_URL = os.environ.get("FADU_PUBLIC_URL", "http://127.0.0.1:8000")
SECRET_KEY = keys.text("FADU_SECRET_KEY", DATA)
FADU_DATA_KEY = keys.raw("FADU_DATA_KEY", DATA)
FADU_LOG_KEY = keys.raw("FADU_LOG_KEY", DATA)
FADU_LOG_ORIGIN = os.environ.get("FADU_LOG_ORIGIN", "localhost/log")
FADU_TSA_URL = os.environ.get("FADU_TSA_URL", "")
FADU_TSA_ROOTS = os.environ.get("FADU_TSA_ROOTS", "")
FADU_SIGNER = os.environ.get("FADU_SIGNER", "")
FADU_SUITE = os.environ.get("FADU_SUITE", "")
FADU_CHECKPOINT_ORGAN = os.environ.get("FADU_CHECKPOINT_ORGAN", "")
FADU_MESSENGER = os.environ.get("FADU_MESSENGER", "file")
EMAIL_HOST, EMAIL_PORT = os.environ.get("EMAIL_HOST", "localhost"), int(os.environ.get("EMAIL_PORT", "25"))
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_USER", ""), os.environ.get("EMAIL_HOST_PASSWORD", "")
DEFAULT_FROM_EMAIL = os.environ.get("EMAIL_FROM", "fadu@localhost")
EMAIL_TIMEOUT = 10
FADU_SHARED = Path(os.environ.get("FADU_SHARED", PROJECT.parent / "shared"))
FADU_CLAMD = os.environ.get("FADU_CLAMD", "")
FADU_STORE = os.environ.get("FADU_STORE", "")
FADU_OPEN_LIMIT = int(os.environ.get("FADU_OPEN_LIMIT", "120"))
FADU_OPENDATA_LICENCE = os.environ.get("FADU_OPENDATA_LICENCE") or "CC-BY-4.0 https://creativecommons.org/licenses/by/4.0/ 知识共享署名 4.0 国际许可协议"
FADU_OPENDATA_PUBLISHER = os.environ.get("FADU_OPENDATA_PUBLISHER", "")
FADU_OPENDATA_KEEP = int(os.environ.get("FADU_OPENDATA_KEEP", "14"))
FADU_ROBOTS = os.environ.get("FADU_ROBOTS") or ("closed" if DEMO else "open")
ALLOWED_HOSTS = os.environ.get("FADU_HOSTS", "127.0.0.1,localhost,[::1],testserver").split(",")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if host not in {"127.0.0.1", "localhost", "[::1]", "testserver"}]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_cotton.apps.SimpleAppConfig",
    "django_htmx",
    "csp",
    "axes",
    "fadu.accounts",
    "fadu.sheets",
    "fadu.agencies",
    "fadu.agencies.training",
    "fadu.agencies.exams",
    "fadu.agencies.equipment",
    "fadu.agencies.care",
    "fadu.agencies.staffing",
    "fadu.agencies.counsel",
    "fadu.agencies.oversight",
    "fadu.agencies.guidance",
    "fadu.catalog",
    "fadu.cases",
    "fadu.documents",
    "fadu.documents.signing",
    "fadu.evidence",
    "fadu.evidence.keeping",
    "fadu.evidence.recordings",
    "fadu.evidence.exhibits",
    "fadu.evidence.signing",
    "fadu.evidence.archive",
    "fadu.evidence.household",
    "fadu.evidence.replay",
    "fadu.disclosure",
    "fadu.disclosure.opendata",
    "fadu.disclosure.reporting",
    "fadu.disclosure.credit",
    "fadu.disclosure.during",
    "fadu.disclosure.verify",
    "fadu.disclosure.before",
    "fadu.supervision",
    "fadu.supervision.threefold",
    "fadu.site",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "fadu.accounts.middleware.AddressMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "fadu.accounts.middleware.ActorMiddleware",
    "axes.middleware.AxesMiddleware",
]
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AUTH_USER_MODEL = "accounts.User"
ROOT_URLCONF = "fadu.site.urls"
WSGI_APPLICATION = "fadu.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": False,
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["django_cotton.cotton_loader.Loader", "django.template.loaders.app_directories.Loader"],
                )
            ],
            "builtins": ["django_cotton.templatetags.cotton", "fadu.site.templatetags.fadu"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "fadu.site.context.chrome",
            ],
        },
    }
]

DATABASES = {"default": databases.configured(os.environ.get("FADU_DATABASE_URL", ""), DATA)}
CACHES = caches.configured(os.environ.get("FADU_CACHE", ""))
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

PASSWORD_HASHERS = ["fadu.accounts.hashers.Argon2"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/login/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/login/"
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_ENABLE_ADMIN = False
AXES_LOCKOUT_TEMPLATE = "accounts/locked.html"

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
# node_modules is large; only these are served (see `fadu.site.assets`).
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.AppDirectoriesFinder", "fadu.site.assets.VendorFinder"]
# `fadu collectstatic` writes gzip beside each file: the first load is 135 KB with it, six times that without.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = not STATIC_ROOT.is_dir()
WHITENOISE_MAX_AGE = 0 if WHITENOISE_USE_FINDERS else 24 * 3600  # our own files carry the version in their address

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "media-src": [SELF],
        "font-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 12 * 3600
HTTPS = os.environ.get("FADU_HTTPS") == "1"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
DATA_UPLOAD_MAX_MEMORY_SIZE = 32 * 1024 * 1024  # so large that too long a text is told on its field instead of cut off
DATA_UPLOAD_MAX_NUMBER_FIELDS = 3000
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler", "fadu.evidence.plainly.SealedHandler"]  # nothing in the clear in /tmp

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"pyhanko": {"level": "ERROR"}, "pyhanko_certvalidator": {"level": "ERROR"}},  # they warn of every document that nothing is fetched for it
}
SILENCED_SYSTEM_CHECKS = ["security.W004", "security.W008", "security.W012", "security.W016"]  # HTTPS is set where it is terminated
