"""A file arrives whole and verified, whatever the network and the server do."""

import socket
import threading
from dataclasses import replace

import pytest

from glmdesk.core.connections import LocalOnly
from glmdesk.core.errors import DownloadDamaged, DownloadHalted, DownloadRefused
from glmdesk.models.transfer import Patience, Phase
from glmdesk.network import Network
from tests.models import hub_server
from tests.models.hub_server import cut_after, refuse
from tests.models.transfer.bench import BLOCK, NAME, SIZE


def test_a_file_arrives_in_its_place_verified_and_nothing_else_is_left(bench, content):
    delivery = bench.transfer().run()

    assert (delivery.path, delivery.verified) == (bench.target, True)
    assert delivery.sha256 == hub_server.sha256(content)
    assert bench.target.read_bytes() == content
    assert bench.names() == {NAME, f".{NAME}.json"}


def test_what_is_not_known_beforehand_is_what_the_server_says(bench, content):
    assert bench.transfer(known=False).run().sha256 == hub_server.sha256(content)


def test_a_file_that_nobody_published_a_hash_of_arrives_unverified(bench, hub):
    hub.linked = False
    delivery = bench.transfer(known=False).run()
    assert not delivery.verified


def test_several_connections_ask_for_different_parts(bench, hub):
    bench.transfer().run()
    asked = [request.range for request in hub.asked_for_bytes() if request.range != "bytes=0-0"]
    assert len(asked) == len(set(asked)) > 4
    assert all("if-range" in request.headers for request in hub.asked_for_bytes()[1:])


def test_a_file_that_is_there_already_is_only_verified(bench, hub):
    bench.transfer().run()
    hub.asked.clear()
    assert bench.transfer().run().verified
    assert hub.asked == []


def test_what_came_from_each_host_is_told_once_at_the_end(bench, hub):
    network = Network()
    hub.behaviours.append(cut_after(BLOCK // 2))
    bench.transfer(way_out=network).run()
    [told] = network.connections
    assert (told.host, told.why, told.failed) == ("127.0.0.1", f"A download of {NAME}", "")
    assert told.received_bytes == SIZE + 1  # the first byte comes twice: with it the size is asked for


def test_a_transfer_that_fails_is_told_with_what_happened(bench, hub):
    network = Network()
    with pytest.raises(DownloadRefused):
        bench.transfer(hub.address("other.gguf"), way_out=network).run()
    [told] = network.connections
    assert "no such file" in told.failed


def test_a_transfer_that_goes_on_after_the_lock_has_gone_on_asks_nobody_any_more(bench, hub):
    network = Network()

    def lock(*_):
        network.lock(True)

    hub.behaviours.append(cut_after(BLOCK // 2))
    transfer = bench.transfer(way_out=network, wait=lock)
    try:
        with pytest.raises(LocalOnly):
            transfer.run()
    finally:
        network.lock(False)
    [told] = network.connections
    assert 0 < told.received_bytes < SIZE


# --- interruptions -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", [1, BLOCK // 2, -1], ids=["first byte", "half", "last byte"])
def test_a_connection_that_is_cut_goes_on_from_its_last_byte(bench, hub, content, place):
    hub.behaviours.append(cut_after(place))
    bench.transfer().run()
    assert bench.target.read_bytes() == content
    assert hub.sent == SIZE + 1


def test_twenty_cuts_in_a_row_cost_next_to_nothing(bench, hub, content):
    hub.behaviours.extend(cut_after(BLOCK // 3) for _ in range(20))
    bench.transfer().run()
    assert bench.target.read_bytes() == content
    assert hub.sent <= 1.01 * SIZE


def test_a_transfer_that_was_stopped_goes_on_where_it_was(bench, hub, content):
    transfer = bench.transfer(patience=Patience(tries=2), connections=1)
    hub.behaviours.extend([*[hub_server.behave] * 5, *[refuse(503)] * 20])
    with pytest.raises(DownloadHalted):
        transfer.run()
    assert bench.names() == {f"{NAME}.part", f"{NAME}.part.json"}
    before = hub.sent

    hub.behaviours.clear()
    bench.transfer().run()
    assert bench.target.read_bytes() == content
    assert 0 < before < SIZE
    assert hub.sent <= 1.01 * SIZE


def test_stop_ends_a_silent_connection_at_once(bench, hub):
    hub.behaviours.extend([hub_server.stall] * 4)
    begun = threading.Event()
    bench.reports = _Telling(begun)
    transfer = bench.transfer(stall_s=60.0)
    running = bench.executor.submit(transfer.run)
    assert begun.wait(10)
    transfer.stop()
    with pytest.raises(DownloadHalted, match="paused"):
        running.result(10)


def test_stop_ends_the_wait_for_a_server_that_never_answers(bench):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        transfer = bench.transfer(f"http://127.0.0.1:{silent.getsockname()[1]}/{NAME}", stall_s=600.0)
        running = bench.executor.submit(transfer.run)
        asking, _ = silent.accept()
        with asking:
            assert asking.recv(3) == b"GET"
            transfer.stop()
            with pytest.raises(DownloadHalted, match="paused"):
                running.result(30)


def test_a_stall_is_noticed_and_tried_again(bench, hub, content):
    hub.behaviours.append(hub_server.stall)
    bench.transfer(stall_s=0.3, connections=1).run()
    assert bench.target.read_bytes() == content
    assert bench.reasons() == ["Nothing more comes from 127.0.0.1."]


def test_a_server_that_asks_for_patience_gets_it_and_the_countdown_is_told(bench, hub, content):
    hub.behaviours.append(refuse(429, Retry_After="7"))
    bench.transfer(connections=1).run()
    assert bench.target.read_bytes() == content
    assert bench.waits == [7.0]
    waiting = next(report for report in bench.reports if report.phase is Phase.WAITING)
    assert waiting.retry_s == pytest.approx(7.0, abs=0.5)
    assert waiting.reason.happened == "127.0.0.1 asks to be left alone for a while."


def test_pauses_grow_and_vary_until_patience_is_over(bench, hub):
    hub.behaviours.extend([refuse(503)] * 20)
    with pytest.raises(DownloadHalted, match="out of order at the moment"):
        bench.transfer(connections=1, patience=Patience(tries=5, first_s=1.0)).run()
    assert len(bench.waits) == 4
    for seconds, most in zip(bench.waits, (1, 2, 4, 8), strict=True):
        assert most / 2 <= seconds <= most


def test_a_server_that_is_not_there_is_told_in_a_sentence(bench):
    with pytest.raises(DownloadHalted, match=r"127\.0\.0\.1 cannot be reached"):
        bench.transfer("http://127.0.0.1:9/file", patience=Patience(tries=2)).run()


# --- answers that are not what was asked for ---------------------------------------------------------------


def test_a_server_without_ranges_sends_the_whole_and_progress_stays_below_the_whole(bench, hub, content):
    hub.ranges = False
    hub.behaviours.append(cut_after(SIZE // 2))
    bench.transfer().run()
    assert bench.target.read_bytes() == content
    assert max(report.received_bytes for report in bench.reports) <= SIZE


def test_a_server_that_gives_up_ranges_on_the_way_is_begun_anew(bench, hub, content):
    def no_more_ranges(handler, whole, start, end):
        hub.ranges = False
        hub_server.behave(handler, whole, *handler.wanted(whole))

    hub.behaviours.extend([hub_server.behave, no_more_ranges])
    bench.transfer(connections=1).run()
    assert bench.target.read_bytes() == content


@pytest.mark.parametrize("wrong", [hub_server.shifted, hub_server.short])
def test_a_range_that_was_not_asked_for_is_never_written(bench, hub, content, wrong):
    hub.behaviours.append(wrong)
    bench.transfer(connections=1).run()
    assert bench.target.read_bytes() == content
    assert bench.reasons() == ["127.0.0.1 answers with other bytes than were asked for."]


def test_bytes_beyond_the_end_mean_look_again_and_keep_what_is_right(bench, hub, content):
    hub.behaviours.extend([hub_server.behave, hub_server.unsatisfiable])
    bench.transfer(connections=1).run()
    assert bench.target.read_bytes() == content
    assert hub.sent <= 1.01 * SIZE
    assert bench.notices() == []


def test_all_bytes_here_are_verified_without_asking_anybody(bench, hub, content):
    bench.transfer().run()
    record = (bench.folder / f".{NAME}.json").rename(bench.folder / f"{NAME}.part.json")
    bench.target.rename(bench.folder / f"{NAME}.part")
    hub.asked.clear()
    assert record.exists()
    assert bench.transfer().run().verified
    assert hub.asked == []


def test_a_file_that_changed_between_two_sessions_is_begun_anew_and_told(bench, hub, content):
    hub.behaviours.extend([hub_server.behave] * 5 + [refuse(503)] * 20)
    with pytest.raises(DownloadHalted):
        bench.transfer(known=False, patience=Patience(tries=2)).run()
    hub.behaviours.clear()
    hub.files[NAME] = b"GGUF" + content[:3:-1]

    bench.transfer(known=False).run()
    assert bench.target.read_bytes() == hub.files[NAME]
    assert bench.notices() == [f"{NAME} was changed on the server."]


def test_a_file_that_changes_while_it_comes_is_begun_anew_and_told(bench, hub, content):
    other = b"GGUF" + content[:3:-1]

    def change(handler, whole, start, end):
        hub.files[NAME] = other
        hub_server.behave(handler, other, *handler.wanted(other))

    hub.behaviours.extend([hub_server.behave, change])
    bench.transfer(known=False, connections=1).run()
    assert bench.target.read_bytes() == other
    assert bench.notices() == [f"{NAME} was changed on the server."]


def test_a_login_page_is_recognised_and_nothing_of_it_kept(bench, hub):
    hub.behaviours.extend([hub_server.login_page] * 8)
    with pytest.raises(DownloadHalted, match="A login page answered") as failed:
        bench.transfer(patience=Patience(tries=2), connections=1).run()
    assert "Log in to this network" in failed.value.explanation.action
    hub.behaviours.clear()
    assert bench.transfer().run().verified


def test_what_is_no_model_file_is_refused_whatever_it_calls_itself(bench, hub):
    hub.files[NAME] = b"<!doctype html>" + bytes(500_000)
    with pytest.raises(DownloadHalted, match="not a model file"):
        bench.transfer(known=False, patience=Patience(tries=2)).run()


# --- damage ------------------------------------------------------------------------------------------------


def test_a_damaged_file_is_kept_aside_and_one_more_try_repairs_it(bench, hub, content):
    hub.behaviours.append(hub_server.flipped)
    with pytest.raises(DownloadDamaged, match="is damaged"):
        bench.transfer().run()
    assert bench.names() == {f"{NAME}.part", f"{NAME}.part.json"}

    assert bench.transfer().run().verified
    assert bench.target.read_bytes() == content


def test_damage_from_one_mirror_is_repaired_from_the_next_by_itself(bench, hub, content, other_hub):
    hub.behaviours.append(hub_server.flipped)
    mirror = other_hub(content)
    delivery = bench.transfer(hub.address(NAME), mirror.address(NAME)).run()
    assert delivery.verified
    assert mirror.sent >= SIZE


def test_damage_from_the_last_mirror_is_repaired_from_one_that_was_out_of_order_before(
    bench, hub, content, other_hub
):
    hub.behaviours.extend([refuse(503)] * 3)
    mirror = other_hub(content)
    mirror.behaviours.extend([hub_server.flipped] * 100)
    delivery = bench.transfer(hub.address(NAME), mirror.address(NAME), connections=1).run()
    assert delivery.verified
    assert bench.target.read_bytes() == content
    assert hub.sent >= SIZE


def test_only_blocks_that_this_disk_spoiled_are_fetched_again(bench, hub, content):
    bench.transfer().run()
    with bench.target.open("r+b") as file:
        file.seek(SIZE // 2)
        file.write(b"spoiled")
    hub.sent = 0

    assert bench.transfer().run().verified
    assert bench.target.read_bytes() == content
    assert 0 < hub.sent <= 2 * BLOCK


def test_another_file_of_that_name_is_left_alone(bench):
    bench.folder.mkdir()
    bench.target.write_bytes(b"GGUF of somebody else")
    with pytest.raises(DownloadRefused, match="another file named"):
        bench.transfer().run()
    assert bench.target.read_bytes() == b"GGUF of somebody else"


def test_a_record_that_is_nonsense_begins_anew(bench, hub, content):
    bench.folder.mkdir()
    (bench.folder / f"{NAME}.part").write_bytes(bytes(SIZE))
    for nonsense in (b"{", b"[]", b'{"size": -1}', b'{"size": %d, "blocks": [[999999999, 0]]}' % SIZE):
        (bench.folder / f"{NAME}.part.json").write_bytes(nonsense)
        bench.transfer().run()
        assert bench.target.read_bytes() == content
        bench.target.rename(bench.folder / f"{NAME}.part")


# --- mirrors, redirects and people's tokens ----------------------------------------------------------------


def test_a_mirror_that_offers_another_file_is_passed_over(bench, hub, content, other_hub):
    liar = other_hub(b"GGUF" + content[:3:-1])
    bench.transfer(liar.address(NAME), hub.address(NAME)).run()
    assert bench.target.read_bytes() == content


def test_a_mirror_that_fails_again_and_again_is_left_for_the_next(bench, hub, content, other_hub):
    mirror = other_hub(content)
    hub.behaviours.extend([refuse(503)] * 30)
    bench.transfer(hub.address(NAME), mirror.address(NAME)).run()
    assert bench.target.read_bytes() == content


def test_an_address_that_expires_is_asked_for_again(bench, hub, content):
    hub.links = 5
    bench.transfer(known=False).run()
    assert bench.target.read_bytes() == content
    assert hub.sent <= 1.01 * SIZE


def test_a_token_is_shown_to_its_own_host_and_to_no_other(bench, hub, content, other_hub):
    cdn = other_hub(content)
    hub.token = "hf_secret"
    hub.redirect = lambda name: f"{cdn.url.replace('127.0.0.1', 'localhost')}/cdn/{cdn.fresh_link()}/{name}"
    bench.transfer(token=lambda host: "hf_secret" if host == "127.0.0.1" else "").run()
    assert bench.target.read_bytes() == content
    assert any("authorization" in asked.headers for asked in hub.asked)
    assert not any("authorization" in asked.headers for asked in cdn.asked)


def test_a_file_for_known_people_only_says_what_to_do(bench, hub):
    hub.token = "hf_secret"
    with pytest.raises(DownloadRefused, match="hf auth login"):
        bench.transfer().run()


def test_a_redirect_in_circles_is_refused(bench, hub):
    hub.redirect = hub.address
    with pytest.raises(DownloadRefused, match="in circles"):
        bench.transfer().run()
    assert len(hub.asked) < 20


def test_a_name_that_leads_out_of_the_folder_is_refused(bench):
    transfer = bench.transfer
    for name in ("../a.gguf", "/etc/a.gguf", "C:a.gguf", "con.gguf", "a.gguf.", "a\0.gguf", ".a.gguf", ""):
        order = replace(transfer()._order, name=name)
        with pytest.raises(DownloadRefused):
            type(transfer())(order, bench.folder, bench.executor)


class _Telling(list):
    """A list that sets an event at the first report of bytes that came."""

    def __init__(self, begun):
        super().__init__()
        self._begun = begun

    def append(self, report):
        super().append(report)
        if report.received_bytes:
            self._begun.set()
