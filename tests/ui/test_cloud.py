"""The cloud in the window: the menu, the sheet before anything leaves, keys, costs, connections."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QPushButton, QTableWidget

from glmdesk.app.answer_writer import Wish
from glmdesk.app.cloud_answers import Paid
from glmdesk.app.states import EnginePhase
from glmdesk.core.chat import Ending, Message, Reasoning, Role, Text, Timing, Turn, Usage
from glmdesk.core.connections import Connection
from glmdesk.core.sampling import Sampling
from glmdesk.engine.protocol import Prompt
from glmdesk.ui import theme
from glmdesk.ui.chat_options_dialog import ChatOptionsDialog
from glmdesk.ui.cloud_rooms import ConnectionsRoom, ServicesRoom, SpendingRoom
from glmdesk.ui.composer import Composer
from glmdesk.ui.estimate_line import EstimateLine
from glmdesk.ui.form import Form
from glmdesk.ui.label import Label
from glmdesk.ui.main_view import MainView
from glmdesk.ui.message_words import how_it_ended, made_how
from glmdesk.ui.model_button import ModelButton
from glmdesk.ui.setting_fields import SettingField
from tests.cloud.loopback import LoopbackService, Reply, error_reply, recorded
from tests.ui.test_model_button import painted

KEY = "0123456789abcdef0123456789abcdef.canary0123456789"
MODELS = Reply(
    json.dumps({"data": [{"id": "glm-4.7"}]}).encode(), headers=(("Content-Type", "application/json"),)
)


@pytest.fixture
def cloud(qtbot, application):
    with qtbot.waitSignal(application.cloud.changed):
        application.cloud.start()
    return application.cloud


@pytest.fixture
def keyed(qtbot, cloud):
    """A service on this computer, with a key that works."""
    with LoopbackService([MODELS, Reply(recorded("zai-thinking"))]) as loopback:
        service_id = cloud.add_service(loopback.url)
        cloud.try_key(service_id, KEY)
        qtbot.waitUntil(lambda: cloud.state.service(service_id).has_key)
        yield service_id


def form_with(qtbot, make):
    """A form with a room in it."""
    form = Form()
    qtbot.addWidget(form)
    make(form)
    form.show()
    return form


# --- the menu ----------------------------------------------------------------------------------------------


@pytest.fixture
def button(qtbot, application, cloud):
    made = ModelButton(application.models, application.engine, application.session, cloud)
    qtbot.addWidget(made)
    made.show()
    return made


def entries(button):
    button.open_menu()
    found = {action.text().replace("&&", "&"): action for action in button.menu_shown.actions()}
    button.menu_shown.close()
    return found


def test_without_a_key_the_menu_offers_to_set_a_service_up(qtbot, button):
    with qtbot.waitSignal(button.services_wanted):
        entries(button)["Use Z.ai or another service …"].trigger()


def test_the_menu_lists_the_models_of_a_service_with_a_key(button, keyed):
    assert "glm-4.7\tprice not known" in entries(button)


def test_a_chosen_cloud_model_is_shown_in_violet(button, application, keyed):
    entries(button)["glm-4.7\tprice not known"].trigger()
    assert application.session.chat.options.place == f"{keyed}/glm-4.7"
    assert button.caption() == "glm-4.7"
    assert theme.LIGHT.cloud in painted(button)
    assert theme.LIGHT.local not in painted(button)


def test_locked_no_cloud_model_can_be_chosen(button, application, keyed):
    application.preferences.change(local_only=True)
    assert not entries(button)["glm-4.7\tprice not known"].isEnabled()
    application.preferences.change(local_only=False)


# --- the sheet ---------------------------------------------------------------------------------------------


@pytest.fixture
def view(qtbot, application, keyed):
    made = MainView(application)
    qtbot.addWidget(made)
    made.show()
    application.session.choose_options(place=f"{keyed}/glm-4.7")
    return made


def sheet_of(qtbot, view):
    qtbot.waitUntil(lambda: view.findChild(QDialog, "What will leave") is not None)
    return view.findChild(QDialog, "What will leave")


def test_before_the_first_question_the_sheet_shows_what_will_leave(qtbot, application, view, keyed):
    application.session.send("Why?\npassword = 'hunter-42-Tango'")
    sheet = sheet_of(qtbot, view)
    body = sheet.findChild(QPlainTextEdit, "Body").toPlainText()
    (leaving,) = application.cloud_answers.waiting
    assert body.encode() == leaving.outgoing.body
    assert "hunter-42-Tango" not in body
    assert "password × 1" in sheet.findChild(Label, "Held back").text()
    assert keyed in sheet.findChild(Label, "Destination").text()
    sheet.findChild(QPushButton, "Send nothing").click()
    assert application.session.chat.path()[-1].message.ending is Ending.STOPPED


def test_what_was_consented_to_is_answered_and_not_asked_about_again(qtbot, application, view):
    application.session.send("Why?")
    sheet_of(qtbot, view).findChild(QPushButton, "Send this").click()
    qtbot.waitUntil(lambda: not application.session.state.busy)
    assert application.session.chat.path()[-1].message.ending is Ending.COMPLETE
    application.session.send("And now?")
    qtbot.waitUntil(lambda: not application.session.state.busy)
    assert application.session.chat.path()[-1].message.ending is Ending.COMPLETE


def test_escape_sends_nothing(qtbot, application, view):
    application.session.send("Why?")
    qtbot.keyClick(sheet_of(qtbot, view), Qt.Key.Key_Escape)
    assert application.cloud_answers.waiting == ()
    assert application.session.chat.path()[-1].message.ending is Ending.STOPPED


# --- the effort of thinking --------------------------------------------------------------------------------


def effort_of(qtbot, application, place):
    application.session.choose_options(place=place)
    dialog = ChatOptionsDialog(application)
    qtbot.addWidget(dialog)
    return dialog.findChild(SettingField, "effort")


def test_the_effort_of_thinking_is_offered_where_the_model_wants_it(qtbot, application, cloud):
    assert effort_of(qtbot, application, "") is None
    assert effort_of(qtbot, application, "z.ai/glm-4.7") is None
    field = effort_of(qtbot, application, "z.ai/glm-5.3")
    field.findChild(QPushButton, "High").click()
    assert application.session.chat.options.effort == "high"
    assert effort_of(qtbot, application, "z.ai/glm-5.2") is not None


# --- what is said of an answer -----------------------------------------------------------------------------


def cloud_answer(**fields):
    parts = (Reasoning("Hm.", 1.0, 24, closed=True), Text("So."))
    return Message(Role.ASSISTANT, parts, 1.0, model="glm-4.7", place="Z.ai", **fields)


def test_an_answer_of_a_service_says_where_it_was_made_and_what_it_cost(application, cloud):
    wish = Wish("chat", "turn", Message(Role.ASSISTANT, ()), Prompt(()), Sampling(), place="z.ai/glm-4.7")
    cloud.spending.pay(Paid(wish, Usage(1_842, 1_536, 24, 37)))
    words = made_how(cloud_answer(timing=Timing(0.8, 0.0, 52.0)), cloud.spending.of("turn"))
    assert words == "Z.ai · glm-4.7 · $0.0005 · 52 tok/s · 0.8 s to first word"


def test_a_cut_answer_of_a_service_says_that_its_text_was_kept():
    cut = cloud_answer(ending=Ending.INTERRUPTED, note="The connection to Z.ai ended.")
    assert how_it_ended(cut) == "The connection to Z.ai ended. The text so far was kept."


def test_a_failed_answer_can_be_made_here(qtbot, application, view, engine):
    session = application.session
    failed = Message(Role.ASSISTANT, (), 1.0, Ending.FAILED, note="No balance.", place="Z.ai")
    chat = session.chat
    question = Turn("q", None, Message(Role.USER, (Text("Why?"),)))
    chat = chat.with_turn(question).with_turn(Turn("a", "q", failed))
    application.chats.keep(chat)
    application.chats.open(chat.id)
    ending = view.findChild(QPushButton, "Answer on this computer")
    ending.click()
    assert session.chat.options.place == ""
    assert session.chat.path()[-1].message.ending is Ending.OPEN


# --- the settings ------------------------------------------------------------------------------------------


def test_a_key_is_tried_when_it_is_entered_and_then_not_shown(qtbot, application, cloud):
    with LoopbackService([MODELS]) as loopback:
        service_id = cloud.add_service(loopback.url)
        form = form_with(qtbot, lambda form: ServicesRoom(form, cloud))
        field = form.findChild(QLineEdit, f"Key of {service_id}")
        qtbot.keyClicks(field, KEY)
        assert KEY not in field.displayText()
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert field.text() == ""
        words = form.findChild(Label, f"State of {service_id}")
        assert words.text() == "Trying the key …"
        qtbot.waitUntil(lambda: "no safe store" in words.text())


def test_a_key_that_does_not_work_is_explained(qtbot, cloud):
    with LoopbackService([error_reply(401, "1002")]) as loopback:
        service_id = cloud.add_service(loopback.url)
        form = form_with(qtbot, lambda form: ServicesRoom(form, cloud))
        qtbot.keyClicks(form.findChild(QLineEdit, f"Key of {service_id}"), KEY + "\r")
        words = form.findChild(Label, f"State of {service_id}")
        qtbot.waitUntil(lambda: "does not know this key" in words.text())


def test_an_address_is_added_or_explained(qtbot, cloud):
    form = form_with(qtbot, lambda form: ServicesRoom(form, cloud))
    address = form.findChild(QLineEdit, "Address")
    qtbot.keyClicks(address, "gpu-box\r")
    assert cloud.state.service("gpu-box") is None
    address.setText("http://gpu-box:8000/v1")
    qtbot.keyClick(address, Qt.Key.Key_Return)
    assert form.findChild(QLineEdit, "Key of gpu-box:8000") is not None


def test_what_was_spent_is_summed_up(qtbot, cloud):
    form = form_with(qtbot, lambda form: SpendingRoom(form, cloud, "chat"))
    wish = Wish("chat", "turn", Message(Role.ASSISTANT, ()), Prompt(()), Sampling(), place="z.ai/glm-4.7")
    cloud.spending.pay(Paid(wish, Usage(2_000_000, 0, 0, 0)))
    assert form.findChild(Label, "Spent").text() == "$1.20 in this chat, $1.20 today, $1.20 this month"


def test_every_connection_is_listed_the_newest_first(qtbot, application):
    connections = application.connections
    form = form_with(qtbot, lambda form: ConnectionsRoom(form, connections))
    table = form.findChild(QTableWidget, "Connections")
    with qtbot.waitSignals([connections.connected, connections.connected]):
        connections.network.record(Connection("a.example", "A question", 1.0, 10, 2_500_000))
        connections.network.record(Connection("b.example", "A model", 2.0, 0, 0, "ReadError"))
    assert [table.item(row, 1).text() for row in range(2)] == ["b.example", "a.example"]
    assert table.item(0, 2).text() == "A model (ReadError)"
    assert table.item(1, 3).text() == "10 B · 2.5 MB"
    assert table.item(0, 3).text() == "–"


def test_the_lock_can_be_checked(qtbot, application):
    connections = application.connections
    form = form_with(qtbot, lambda form: ConnectionsRoom(form, connections))
    verdict = form.findChild(Label, "Verdict")
    form.findChild(QPushButton, "Check").click()
    qtbot.waitUntil(lambda: "off" in verdict.text())
    application.preferences.change(local_only=True)
    form.findChild(QPushButton, "Check").click()
    qtbot.waitUntil(lambda: "holds" in verdict.text())
    application.preferences.change(local_only=False)


# --- the estimate, and routing -----------------------------------------------------------------------------


@pytest.fixture
def line(qtbot, application, cloud):
    composer = Composer(application.session, application.attachments)
    made = EstimateLine(application.router, composer)
    qtbot.addWidget(composer)
    qtbot.addWidget(made)
    return made


def words_of(line):
    return line.findChild(Label, "Estimate of the answer").text()


def test_without_a_service_in_the_chat_there_is_no_estimate(line, application):
    application.router.set_draft("Why?")
    assert line.isHidden()


def test_what_the_answer_takes_is_told_before_it_is_sent(line, application):
    application.session.choose_options(place="z.ai/glm-4.7")
    application.router.set_draft("Why?")
    assert not line.isHidden()
    assert words_of(line) == "Local free · GLM-4.7 about 10 s, $0.0011"


def test_routing_follows_its_rules_tells_why_and_is_overruled_by_one_click(line, application, engine):
    session = application.session
    engine.phase(EnginePhase.READY)
    application.preferences.change(routing=True)
    session.choose_options(place="z.ai/glm-4.7", sent_to="z.ai")
    application.router.set_draft("Prove it.")
    assert session.chat.options.place == "z.ai/glm-4.7"
    assert words_of(line).endswith("goes to the cloud: It looks hard.")
    line.findChild(QPushButton, "Other place").click()
    assert session.chat.options.place == ""
    application.router.set_draft("Prove it, step by step.")
    assert session.chat.options.place == ""


def test_routing_leaves_a_chat_alone_that_was_never_consented_to(line, application, engine):
    engine.phase(EnginePhase.READY)
    application.preferences.change(routing=True)
    application.session.choose_options(place="z.ai/glm-4.7")
    application.router.set_draft("Easy?")
    assert application.session.chat.options.place == "z.ai/glm-4.7"
    assert ":" not in words_of(line)
    application.session.choose_options(place="")
    application.router.set_draft("Prove it.")
    assert application.session.chat.options.place == ""
