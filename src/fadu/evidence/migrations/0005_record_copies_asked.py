from django.db import migrations


def ask(apps, _schema):
    """Have copies made of what was handed in before."""
    Original, Copy = apps.get_model("evidence", "Original"), apps.get_model("evidence", "Copy")
    media = ("image/jpeg", "image/png", "image/webp", "application/pdf")
    rows = Original.objects.filter(use__in=("exhibit", "service", "paper"), media__in=media, size__lte=64 << 20).only("pk", "kept_at")
    Copy.objects.bulk_create([Copy(original_id=row.pk, next_try=row.kept_at) for row in rows.iterator()], batch_size=500)


class Migration(migrations.Migration):

    dependencies = [
        ('evidence', '0004_record_placing'),
    ]

    operations = [
        migrations.RunPython(ask, migrations.RunPython.noop),
    ]
