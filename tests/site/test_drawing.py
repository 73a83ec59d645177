import pytest
import small_book
from sphinx.errors import ExtensionError

from region_report import paths
from region_report.charts import theme
from region_report.site import drawing


def test_a_container_takes_the_width_of_its_place_and_a_fixed_chart_keeps_its_own():
    assert drawing.at_width({"width": "container", "usermeta": {}}, 350) == {"width": 350}
    assert drawing.at_width({"width": 200}, 350) == {"width": 200}


def test_the_file_name_depends_on_what_is_drawn_and_on_nothing_else():
    spec = small_book.spec()
    names = {drawing.name(spec, width, mode) for width in drawing.WIDTHS for mode in theme.MODES}
    assert len(names) == 4
    other_words = {**spec, "usermeta": {"region_report": {}}}
    assert drawing.name(other_words, 720, "light") == drawing.name(spec, 720, "light")


def test_a_picture_is_drawn_whole_and_knows_its_size(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "build_dir", lambda: tmp_path)
    spec = small_book.spec()
    drawing.draw(spec, 350, "dark")
    file = drawing.name(spec, 350, "dark")
    width, height = drawing.size(file)
    assert width == 350
    assert height > 80
    assert [path.name for path in drawing.cache_folder().iterdir()] == [file]
    drawn = drawing.cache_folder() / file
    assert theme.PALETTES["dark"]["ground"].lower() in drawn.read_text("utf-8").lower()


def test_a_character_that_the_font_lacks_stops_the_build():
    with pytest.raises(ExtensionError) as error:
        drawing._check_characters([small_book.spec(title="社工\uf8ff")])
    assert str(error.value) == "The font of the charts has no \uf8ff. Write it in other words."


class Environment:
    """As much of Sphinx's environment as the notes on charts need."""


def test_a_page_that_is_read_anew_forgets_its_old_charts():
    env = Environment()
    drawing.remember(env, "a", {"title": "old"})
    drawing.remember(env, "b", {"title": "other"})
    drawing.forget(None, env, "a")
    drawing.remember(env, "a", {"title": "new"})
    assert drawing._charts(env) == {"a": [{"title": "new"}], "b": [{"title": "other"}]}


def test_what_another_reading_process_noted_is_taken_over():
    env, other = Environment(), Environment()
    drawing.remember(other, "a", {"title": "from there"})
    drawing.remember(other, "b", {"title": "not asked for"})
    drawing.merge(None, env, ["a", "c"], other)
    assert drawing._charts(env) == {"a": [{"title": "from there"}]}


def test_pictures_that_no_page_shows_any_more_are_removed(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "build_dir", lambda: tmp_path / "build")
    app = Environment()
    app.builder, app.env, app.outdir = Environment(), Environment(), tmp_path / "html"
    app.builder.format = "html"
    drawing.remember(app.env, "a", small_book.spec())
    drawing.draw_all(app, app.env)
    old = tmp_path / "html" / "_static" / "charts" / "old.svg"
    old.parent.mkdir(parents=True)
    old.write_text("<svg/>", "utf-8")
    drawing.publish(app, None)
    assert not old.exists()
    assert len(list(old.parent.iterdir())) == 4
