"""Addresses of exhibits and goods."""

from django.urls import path

from fadu.agencies.registers.pages import urls
from fadu.evidence.exhibits.views import exhibits, goods, stores

app_name = "exhibits"
urlpatterns = [
    path("cases/<uuid:case_id>/exhibits/", exhibits.catalogue, name="case"),
    path("cases/<uuid:case_id>/exhibits/new/", exhibits.add, name="add"),
    path("cases/<uuid:case_id>/goods/", goods.of_case, name="case_goods"),
    path("exhibits/<uuid:exhibit_id>/", exhibits.exhibit, name="exhibit"),
    path("exhibits/<uuid:exhibit_id>/correct/", exhibits.correct, name="correct"),
    path("exhibits/<uuid:exhibit_id>/withdraw/", exhibits.withdraw, name="withdraw"),
    path("exhibits/<uuid:exhibit_id>/attach/", exhibits.attach, name="attach"),
    path("exhibits/<uuid:exhibit_id>/examine/", exhibits.examine, name="examine"),
    path("exhibits/<uuid:exhibit_id>/files/<uuid:original_id>/copy/", exhibits.preview, name="preview"),
    path("exhibits/<uuid:exhibit_id>/files/<uuid:original_id>/", exhibits.file, name="file"),
    path("goods/", stores.goods, name="goods"),
    *urls(stores.STORES, ()),
    path("goods/stores/<int:store_id>/count/", stores.count, name="count"),
    path("goods/counts/<uuid:count_id>/", stores.counted, name="counted"),
    path("goods/<int:row_id>/", goods.item, name="goods_row"),
    path("goods/<int:item_id>/<slug:kind>/", goods.move, name="move"),
]
