"""The window speaks the language of the system or the chosen one, and every text of it."""

import importlib.util
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QDialogButtonBox

from glmdesk.cloud.failures import Kind, failure
from glmdesk.core.chat import Ending, Message, Role
from glmdesk.core.errors import ModelMissing
from glmdesk.core.phrases import joined, phrase
from glmdesk.core.setting_kinds import Choice
from glmdesk.core.shown_settings import SETTINGS
from glmdesk.engine.loss import loss_of
from glmdesk.store.imports.outcome import Outcome
from glmdesk.store.imports.reading import Imported
from glmdesk.store.records import message_of, message_record, to_json
from glmdesk.ui.button import Button
from glmdesk.ui.languages import Language, Translation, language_for, offered, translations, words_in
from glmdesk.ui.message_words import how_it_ended
from glmdesk.ui.words import explained, number, translated

CHECKOUT = Path(__file__).parents[2]
FILES = sorted(translations().glob("glmdesk_*.ts"))
PLACEHOLDER = re.compile(r"\{\w*\}|%\w")


@pytest.fixture
def speak(qapp):
    installed = []

    def speak(name):
        installed.append(Language(qapp, name))
        return installed[-1]

    yield speak
    for language in installed:
        language.remove()


@pytest.mark.parametrize(
    ("wished", "language"),
    [
        (["es-419", "en"], "es"),
        (["pt-PT"], "pt_BR"),
        (["pt_BR"], "pt_BR"),
        (["zh-Hans-CN", "zh-CN"], "zh_CN"),
        (["zh-Hant-TW", "zh-TW"], "en"),
        (["de-DE", "es-ES", "en-US"], "es"),
        (["en-GB", "es"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_first_wished_language_that_there_is_gets_chosen(wished, language):
    assert language_for(wished) == language


def test_every_language_that_the_settings_offer_is_there():
    [choice] = [each.shown for each in SETTINGS if each.field == "language"]
    assert isinstance(choice, Choice)
    assert {option.value for option in choice.options} - {""} == set(offered())


def test_what_is_not_translated_stays_english(qapp, tmp_path):
    path = tmp_path / "half.ts"
    path.write_text(
        "<TS><context><name>Some</name>"
        "<message><source>Yes</source><translation>Sí</translation></message>"
        '<message><source>No</source><translation type="unfinished">Nada</translation></message>'
        "<message><source>Empty</source><translation></translation></message>"
        "</context></TS>",
        encoding="utf-8",
    )
    translation = Translation(path)
    qapp.installTranslator(translation)
    try:
        said = [QCoreApplication.translate("Some", text) for text in ("Yes", "No", "Empty", "Unknown")]
    finally:
        qapp.removeTranslator(translation)
    assert said == ["Sí", "No", "Empty", "Unknown"]


def test_words_of_qt_and_numbers_follow(speak, qtbot):
    speak("es")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Cancelar"
    assert number(1_234_567) == "1.234.567"


def test_going_back_leaves_nothing_behind(speak, qapp):
    before = QLocale()
    language = Language(qapp, "pt_BR")
    language.remove()
    assert QLocale() == before
    assert translated("Language") == "Language"


def test_errors_are_told_in_the_language_with_what_is_in_them(speak):
    speak("es")
    lost = loss_of(-9).explanation
    assert explained(lost) == (
        "El motor fue terminado, muy probablemente por falta de memoria.",
        "El texto escrito hasta ahora se conserva. Elige un contexto menor o un modelo más pequeño.",
    )
    assert str(lost).startswith("The engine was ended, most likely because memory ran out. The text so far")
    missing = ModelMissing(phrase("There is no file {path}.", path="/a/{b}.gguf")).explanation
    assert explained(missing) == ("No existe el archivo /a/{b}.gguf.", "")
    assert str(missing) == "There is no file /a/{b}.gguf."


def test_a_phrase_in_a_phrase_is_translated_with_it(speak):
    speak("pt_BR")
    smaller = phrase("a context of {count} tokens", count=18_192)
    told = phrase("There was not enough memory. Trying again with {tried}.", tried=smaller)
    assert told == "There was not enough memory. Trying again with a context of 18,192 tokens."
    assert (
        translated(told) == "Não havia memória suficiente. Tentando de novo com um contexto de 18.192 tokens."
    )


def test_a_kept_failure_of_a_service_is_told_in_the_language_of_today(speak):
    note = joined(failure(Kind.BALANCE, "Z.ai").explanation.sentences, "\n")
    answer = Message(Role.ASSISTANT, (), ending=Ending.FAILED, place="Z.ai", note=note)
    kept = message_of(json.loads(to_json(message_record(answer))), Ending.FAILED)
    assert how_it_ended(kept) == (
        "There is no balance left at Z.ai. "
        "Add some at Z.ai, or choose a free model. Or go on with a local model."
    )
    speak("es")
    assert how_it_ended(kept) == (
        "No queda saldo en Z.ai. Recarga en Z.ai o elige un modelo gratuito. O sigue con un modelo local."
    )


def test_what_came_of_an_import_is_told_in_the_language_with_what_was_left_out(speak):
    speak("pt_BR")
    read = Imported("Jan", (), left_out=2, unreadable=("a.json",))
    happened, left_out = explained(Outcome(read, ("1", "2"), 1200, 0).explanation)
    assert happened == "Importado de Jan: 2 conversas com 1.200 mensagens."
    assert left_out == (
        "Imagens e outros arquivos deixados de fora, porque só o texto é guardado: 2. "
        "Não foi possível ler: a.json."
    )


def test_a_button_keeps_its_english_name_for_programs_and_speaks_the_persons(speak, qtbot, tmp_path):
    [path] = [file for file in FILES if file.stem.endswith("es")]
    words = words_in(path)
    speak("es")
    button = Button(icon="close", name="Dismiss")
    qtbot.addWidget(button)
    assert button.objectName() == "Dismiss"
    assert button.accessibleName() == words.get(("Name", "Dismiss"), "Dismiss")


# --- the files of the translators --------------------------------------------------------------------------


@pytest.fixture(scope="session")
def texts(tmp_path_factory):
    """Every text of the program as Qt's own tool finds it, as (context, English)."""
    spec = importlib.util.spec_from_file_location("collecting", CHECKOUT / "installers" / "translations.py")
    collecting = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(collecting)
    path = tmp_path_factory.mktemp("texts") / "all.ts"
    collecting.collect(path)
    return set(messages_in(path))


def messages_in(path):
    return {
        (context.findtext("name") or "", message.findtext("source")): message.find("translation")
        for context in ElementTree.parse(path).getroot().iter("context")
        for message in context.iter("message")
    }


def test_texts_are_asked_for_in_the_name_of_the_class_that_has_them():
    """The tool files `tr` under the class around it, so nothing else may be asked to translate."""
    modules = sorted((CHECKOUT / "glmdesk").rglob("*.py"))
    strangers = re.compile(r"(?<!self\.)(?<![a-z])tr\(")
    assert [path.name for path in modules if strangers.search(path.read_text(encoding="utf-8"))] == []


def test_the_tool_finds_texts_of_every_kind(texts):
    assert ("Sidebar", "New chat") in texts  # tr
    assert ("Page", "Appearance") in texts  # translate
    assert ("", "Colours") in texts  # a phrase
    assert ("Name", "Dismiss") in texts  # the name of a button


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_placeholders_spaces_and_ellipses_are_those_of_the_english_text(path):
    for (_, source), translation in words_in(path).items():
        assert sorted(PLACEHOLDER.findall(translation)) == sorted(PLACEHOLDER.findall(source)), source
        assert translation == translation.strip() or source != source.strip(), source
        assert translation.endswith("…") == source.endswith("…"), source


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_text_of_the_program_is_translated(path, texts):
    """`python installers/translations.py` adds what is missing here, for a translator to finish."""
    assert sorted(texts - words_in(path).keys()) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_text_is_translated_that_is_gone(path, texts):
    assert sorted(words_in(path).keys() - texts) == []
