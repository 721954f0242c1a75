// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/commandsource.h"
#include "core/http/httpconfig.h"
#include "core/http/httpdate.h"
#include "core/http/oauth2source.h"

#include "tests/fuzz/require.h"

using namespace sockeye;

namespace {

// What is accepted is written so that it is read as the same.
void tryConfig(const QByteArray &input)
{
    const auto object = JsonReader::parse(input);
    if (!object)
        return;
    JsonReader reader(*object);
    const HttpConfig config = readHttpConfig(reader);
    if (reader.hasError())
        return;
    JsonReader again(toJson(config));
    fuzz::require(readHttpConfig(again) == config);
    fuzz::require(!again.hasError());
}

void tryUrl(const QByteArray &input)
{
    const QStringList schemes{QStringLiteral("http"), QStringLiteral("https")};
    const auto url = parseServerUrl(QString::fromUtf8(input), schemes);
    if (!url)
        return;
    fuzz::require(url->userInfo().isEmpty() && !url->hasFragment() && !url->host().isEmpty());
    fuzz::require(parseServerUrl(QString::fromLatin1(url->toEncoded()), schemes) == url);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = fuzz::bytesOf(data, size);
    tryConfig(input);
    tryUrl(input);
    (void)parseHttpDate(input);
    (void)parseCommandToken(input);
    HttpReply reply;
    reply.status = 200;
    reply.contentType = "application/json";
    reply.body = input;
    const auto token = parseTokenAnswer(reply, Timestamp());
    fuzz::require(!token || !token->credentials.isEmpty());
    return 0;
}
