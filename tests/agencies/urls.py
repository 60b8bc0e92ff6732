"""The site's addresses with those of agencies, whether or not the site already includes them."""

from django.urls import include, path

from fadu.site import urls as site

listed = any(getattr(pattern, "app_name", "") == "agencies" for pattern in site.urlpatterns)
urlpatterns = [*site.urlpatterns, *([] if listed else [path("", include("fadu.agencies.urls"))])]
handler403, handler404, handler500 = site.handler403, site.handler404, site.handler500
