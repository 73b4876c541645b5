"""A second start of the program: its file goes to the window that runs already, or it opens a
window of its own, as the editor prefers.

Both talk through a socket that only their user can open. Three words pass, so that a file is never
opened twice: the second asks, the first answers whether it would take it, the second, if it still
waits, hands it over. Whoever gets no answer soon goes on alone.
"""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication

from desktop.settings import ONE_WINDOW, SECOND_START, Settings
from desktop.window_parts.services import Services

CONNECT, ANSWER = 300, 1_500
"""Milliseconds to wait for a running program to be there, and for its answer: it may be busy, and
nobody waits for a window longer than that.
"""

MOST = 64 * 1024
"""Bytes of a question at most: no path is longer."""

TAKES, REFUSES, HANDS = b"takes\n", b"refuses\n", b"hands\n"


class Question(msgspec.Struct, frozen=True):
    """What a second start asks: to show a file (none for a window alone), by whose wish, and what
    lets a window come forward where the desktop wants to be shown a reason.
    """

    path: str = ""
    wish: str = ""
    token: str = ""


def hand_over(path: Path | None, settings: Settings, at: str) -> bool:
    """Whether a window that runs already takes what this start is about."""
    socket = QLocalSocket()
    socket.connectToServer(at)
    if not socket.waitForConnected(CONNECT):
        return False
    question = Question(
        "" if path is None else str(path.absolute()),
        settings.text(SECOND_START),
        os.environ.get("XDG_ACTIVATION_TOKEN", ""),
    )
    socket.write(msgspec.json.encode(question) + b"\n")
    if not socket.waitForReadyRead(ANSWER) or bytes(socket.readAll().data()) != TAKES:
        socket.abort()
        return False
    socket.write(HANDS)
    handed = socket.waitForBytesWritten(ANSWER)
    socket.disconnectFromServer()
    return handed


class Reception(QObject):
    """Answers second starts.

    `called`: the window is to come forward, with the file at a path; None for none.
    """

    called = Signal(object)

    def __init__(self, services: Services, at: str) -> None:
        super().__init__(services)
        self._session = services.session
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._receive)
        self.is_open = self._open(at)

    def _open(self, at: str) -> bool:
        """Listen, also where a program that was killed left its socket; not where one listens,
        whose place Qt would take.
        """
        socket = QLocalSocket()
        socket.connectToServer(at)
        if socket.waitForConnected(CONNECT):
            socket.abort()
            return False
        QLocalServer.removeServer(at)
        return self._server.listen(at)

    def close(self) -> None:
        """Answer nobody any longer."""
        self._server.close()

    def _receive(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(partial(self._read, socket, list[Question]()))
            self._read(socket, [])

    def _read(self, socket: QLocalSocket, asked: list[Question]) -> None:
        """A line of the talk; `asked` holds the question once it was answered with yes."""
        if socket.bytesAvailable() > MOST:
            socket.abort()
        while socket.canReadLine():
            line = bytes(socket.readLine().data())
            if asked and line == HANDS:
                self._come_forward(asked.pop())
            elif not asked:
                self._answer(socket, line, asked)

    def _answer(self, socket: QLocalSocket, line: bytes, asked: list[Question]) -> None:
        try:
            question = msgspec.json.decode(line, type=Question)
        except msgspec.MsgspecError:
            socket.abort()
            return
        if self._takes(question):
            asked.append(question)
        socket.write(TAKES if asked else REFUSES)

    def _takes(self, question: Question) -> bool:
        """By wish; whoever asks for the file that is open here wants this window. Under a question
        that waits for its answer nothing else is begun.
        """
        if QApplication.activeModalWidget() is not None:
            return False
        is_here = bool(question.path) and self._session.path == Path(question.path)
        return is_here or question.wish == ONE_WINDOW

    def _come_forward(self, question: Question) -> None:
        if question.token:
            os.environ["XDG_ACTIVATION_TOKEN"] = question.token  # Qt takes it out again
        path = Path(question.path) if question.path else None
        # not from inside the talk: opening may ask
        QTimer.singleShot(0, lambda: self.called.emit(path))
