import os
import pickle

import pytest
import small_book
from sphinx.errors import ExtensionError

from region_report import paths
from region_report.charts import theme
from region_report.site import drawing, vega


def test_the_key_depends_on_what_is_drawn_and_on_nothing_else():
    spec = small_book.spec()
    key = drawing.key(drawing.bare(spec))
    other_words = {**spec, "usermeta": {"region_report": {}}}
    assert drawing.key(drawing.bare(other_words)) == key
    assert drawing.key(drawing.bare({**spec, "height": 81})) != key


def test_a_chart_is_drawn_in_both_widths_and_modes_and_knows_its_sizes(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "build_dir", lambda: tmp_path)
    drawn = drawing.bare(small_book.spec())
    key = drawing.key(drawn)
    with vega.Engine() as engine:
        drawing.draw(engine, drawn)
    files = sorted(path.name for path in drawing.cache_folder().iterdir())
    assert files == [f"{key}-{width}-{mode}.svg" for width in (350, 720) for mode in ("dark", "light")]
    (wide, height), (narrow, _) = drawing.sizes(key)
    assert (wide, narrow) == (720, 350)
    assert height > 80
    assert theme.PALETTES["dark"]["ground"] in (drawing.cache_folder() / files[0]).read_text("utf-8")


def test_a_character_that_the_font_lacks_stops_the_build():
    with pytest.raises(ExtensionError) as error:
        drawing.remember(Environment(), "a", small_book.spec(title="社工\uf8ff"))
    assert str(error.value) == "The font of the charts has no \uf8ff. Write it in other words."


class Environment:
    """As much of Sphinx's environment as the notes on charts need."""


@pytest.fixture
def env(tmp_path, monkeypatch):
    """An environment of a build that has drawn nothing yet."""
    monkeypatch.setattr(paths, "build_dir", lambda: tmp_path / "build")
    return environment(tmp_path / "doctrees")


def environment(folder):
    made = Environment()
    made.doctreedir = folder
    return made


def application(env, folder):
    """As much of Sphinx's application as drawing and publishing need."""
    app = Environment()
    app.builder, app.env, app.outdir = Environment(), env, folder
    app.builder.format = "html"
    return app


def test_a_page_that_is_read_anew_forgets_its_old_charts(env):
    drawing.remember(env, "a", small_book.spec(title="old"))
    other = drawing.remember(env, "b", small_book.spec(title="other"))
    drawing.forget(None, env, "a")
    new = drawing.remember(env, "a", small_book.spec(title="new"))
    assert drawing._charts(env) == {"a": {new: None}, "b": {other: None}}


def test_what_another_reading_process_noted_is_taken_over(env, tmp_path):
    other = environment(tmp_path / "doctrees")
    key = drawing.remember(other, "a", small_book.spec(title="from there"))
    drawing.remember(other, "b", small_book.spec(title="not asked for"))
    drawing.merge(None, env, ["a", "c"], other)
    assert drawing._charts(env) == {"a": {key: None}}


def test_the_environment_keeps_sizes_and_no_specification(env, tmp_path):
    key = drawing.remember(env, "a", small_book.spec())
    drawing.draw_all(application(env, tmp_path), env)
    assert drawing.sizes_in(env, "a", key)[0][0] == 720
    assert list((tmp_path / "doctrees" / "charts").iterdir()) == []
    assert len(pickle.dumps(vars(env))) < 1000


@pytest.mark.parametrize(("width", "mode"), [(720, "light"), (350, "dark")])
def test_a_page_of_which_a_picture_was_removed_is_read_again(env, tmp_path, width, mode):
    key = drawing.remember(env, "a", small_book.spec())
    drawing.draw_all(application(env, tmp_path), env)
    assert drawing.undrawn(None, env, set(), set(), set()) == []
    (drawing.cache_folder() / drawing.name(key, width, mode)).unlink()
    assert drawing.undrawn(None, env, set(), set(), set()) == ["a"]


def test_charts_shared_among_threads_are_all_drawn(env, tmp_path, monkeypatch):
    monkeypatch.setattr(drawing, "FEW", 2)
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    keys = [drawing.remember(env, "a", small_book.spec(title=str(number))) for number in range(7)]
    said = []
    monkeypatch.setattr(drawing.logger, "info", lambda words, *values: said.append(words % values))
    drawing.draw_all(application(env, tmp_path), env)
    assert all(drawing.sizes_in(env, "a", key) for key in keys)
    assert sorted(said)[-1] == "drawing charts... [100%]"


def test_pictures_that_no_page_shows_any_more_are_removed(env, tmp_path):
    app = application(env, tmp_path / "html")
    drawing.remember(env, "a", small_book.spec())
    drawing.draw_all(app, env)
    old = tmp_path / "html" / "_static" / "charts" / "old.svg"
    old.parent.mkdir(parents=True)
    old.write_text("<svg/>", "utf-8")
    drawing.publish(app, None)
    assert not old.exists()
    assert len(list(old.parent.iterdir())) == 4


def test_pictures_are_copied_where_they_cannot_be_linked(env, tmp_path, monkeypatch):
    def refuse(*places):
        raise OSError("another disk")

    monkeypatch.setattr(os, "link", refuse)
    app = application(env, tmp_path / "html")
    drawing.remember(env, "a", small_book.spec())
    drawing.draw_all(app, env)
    drawing.publish(app, None)
    copies = sorted((tmp_path / "html" / "_static" / "charts").iterdir())
    originals = [drawing.cache_folder() / copy.name for copy in copies]
    assert [copy.read_bytes() for copy in copies] == [original.read_bytes() for original in originals]
    assert len(copies) == 4
