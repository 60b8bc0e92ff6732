"""What the search of the portal looks up: facets, text, segments, totals, and terms by segment. Rows that are there are laid anew after it (`apps.bring_up`)."""

from typing import Any

from django.db import migrations, models


LAY = {
    "sqlite": (
        "DROP TABLE disclosure_shown_words",
        "CREATE VIRTUAL TABLE disclosure_shown_words USING fts5(words, tokenize='unicode61', detail=none, prefix='1')",
    ),
    "postgresql": (
        "DROP INDEX disclosure_shown_words",
        "ALTER TABLE disclosure_shown DROP COLUMN words",
        """CREATE FUNCTION disclosure_terms(segment integer, grams text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
           SELECT array_to_tsvector(array_remove(string_to_array(replace(' ' || grams, ' ', ' ' || segment::text || ':'), ' '), '')) $$""",
        "CREATE INDEX disclosure_shown_terms ON disclosure_shown USING gin (disclosure_terms(segment, grams)) WITH (fastupdate = off)",
    ),
}
LIFT = {
    "sqlite": (
        "DROP TABLE disclosure_shown_words",
        "CREATE VIRTUAL TABLE disclosure_shown_words USING fts5(words, tokenize='unicode61')",
    ),
    "postgresql": (
        "DROP INDEX disclosure_shown_terms",
        "DROP FUNCTION disclosure_terms(integer, text)",
        "ALTER TABLE disclosure_shown ADD COLUMN words tsvector GENERATED ALWAYS AS (array_to_tsvector(array_remove(string_to_array(grams, ' '), ''))) STORED",
        "CREATE INDEX disclosure_shown_words ON disclosure_shown USING gin (words)",
    ),
}


def _run(statements: dict[str, tuple[str, ...]]) -> Any:
    def run(_apps: Any, schema_editor: Any) -> None:
        for statement in statements[schema_editor.connection.vendor]:
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):

    dependencies = [
        ('disclosure', '0002_words'),
    ]

    operations = [
        migrations.CreateModel(
            name='Segment',
            fields=[
                ('number', models.IntegerField(primary_key=True, serialize=False, verbose_name='段号')),
                ('start', models.BigIntegerField(unique=True, verbose_name='起始次序')),
            ],
        ),
        migrations.CreateModel(
            name='Tally',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=10, verbose_name='分面')),
                ('value', models.CharField(blank=True, max_length=40, verbose_name='值')),
                ('count', models.BigIntegerField(default=0, verbose_name='数量')),
            ],
        ),
        migrations.AddField(
            model_name='shown',
            name='facets',
            field=models.CharField(blank=True, default='', max_length=200, verbose_name='分面'),
        ),
        migrations.AddField(
            model_name='shown',
            name='plain',
            field=models.TextField(blank=True, default='', verbose_name='检索文本'),
        ),
        migrations.AddField(
            model_name='shown',
            name='segment',
            field=models.IntegerField(default=0, verbose_name='检索段'),
        ),
        migrations.AddIndex(
            model_name='shown',
            index=models.Index(condition=models.Q(('state', 'shown')), fields=['order', 'facets'], name='shown_found'),
        ),
        migrations.AddConstraint(
            model_name='tally',
            constraint=models.UniqueConstraint(fields=('name', 'value'), name='tally_of_value'),
        ),
        migrations.RunPython(_run(LAY), _run(LIFT)),
    ]
