"""A mail server for the stories, on loopback: it keeps what it is handed, refuses whom it is told to, and ends with its standard input.

It writes the port on which it listens, and answers each line that it reads with one line of JSON:

    refuse ADDRESS    from now on nothing is taken for this address
    defer ADDRESS     nothing is taken for it just now
    ignore ADDRESS    whoever names this address gets no answer
    accept ADDRESS    what is sent to it is taken again
    messages          all that was taken
"""

import asyncio
import json
import sys
from email import message_from_bytes, policy

from aiosmtpd.smtp import SMTP


class Keeper:
    """What is done with each address, and what came."""

    def __init__(self):
        self.answers = {}
        self.messages = []

    async def handle_RCPT(self, server, session, envelope, address, options):
        answer = self.answers.get(address, "250 OK")
        if not answer:
            await asyncio.Event().wait()
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server, session, envelope):
        message = message_from_bytes(envelope.content, policy=policy.default)
        parts = {
            part.get_content_type(): part.get_content()
            for part in message.walk()
            if not part.is_multipart()
        }
        self.messages.append(
            {
                "to": envelope.rcpt_tos,
                "from": message["From"],
                "subject": message["Subject"],
                "id": message["Message-ID"],
                "automatic": message["Auto-Submitted"],
                "text": parts.get("text/plain", ""),
                "html": parts.get("text/html", ""),
            }
        )
        return "250 OK"

    def told(self, line):
        word, _, address = line.partition(" ")
        if word == "refuse":
            self.answers[address] = "550 5.1.1 No such user here"
        elif word == "defer":
            self.answers[address] = "451 4.7.1 Greylisted, try again later"
        elif word == "ignore":
            self.answers[address] = ""
        elif word == "accept":
            self.answers.pop(address, None)
        elif word == "messages":
            return self.messages
        return []


async def main(port):
    keeper = Keeper()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(keeper, enable_SMTPUTF8=True, hostname="mail.example"), "127.0.0.1", port
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        print(json.dumps(keeper.told(line.decode().strip())), flush=True)


asyncio.run(main(int(sys.argv[1])))
