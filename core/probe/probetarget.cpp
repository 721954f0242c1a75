// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/probetarget.h"

#include "core/http/authorization.h"

#include <array>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

struct Limit {
    QLatin1StringView key;
    std::chrono::milliseconds ProbeModule::*value;
    qint64 shortest;
};

// The shortest ping interval keeps a slip of the finger from becoming a flood.
constexpr std::array<Limit, 6> limits{
    Limit{"resolve_timeout_ms"_L1, &ProbeModule::resolveTimeout, 1},
    Limit{"connect_timeout_ms"_L1, &ProbeModule::connectTimeout, 1},
    Limit{"tls_timeout_ms"_L1, &ProbeModule::tlsTimeout, 1},
    Limit{"upgrade_timeout_ms"_L1, &ProbeModule::upgradeTimeout, 1},
    Limit{"ping_interval_ms"_L1, &ProbeModule::pingInterval, 50},
    Limit{"pong_timeout_ms"_L1, &ProbeModule::pongTimeout, 1},
};
constexpr qint64 longest = 3'600'000;

void readLimits(JsonReader &reader, ProbeModule &module)
{
    for (const Limit &limit : limits) {
        const qint64 value = reader.integer(limit.key, (module.*limit.value).count());
        if (value < limit.shortest || value > longest) {
            reader.fail(JsonError::Kind::BadValue, limit.key,
                u"milliseconds from %1 to %2"_s.arg(limit.shortest).arg(longest));
            continue;
        }
        module.*limit.value = std::chrono::milliseconds{value};
    }
}

// What belongs to queries, and what an upgrade has no use for.
void refuseWhatIsNotApplied(JsonReader &reader, const HttpConfig &upgrade)
{
    static constexpr std::array keys{"tenant"_L1, "follow_redirects"_L1, "enable_http2"_L1, "compression"_L1};
    for (const QLatin1StringView key : keys) {
        if (reader.json().contains(key))
            reader.fail(JsonError::Kind::BadValue, key, u"an option that applies to probes"_s);
    }
    if (!upgrade.secretHeaders.empty())
        reader.fail(JsonError::Kind::BadValue, "http_headers"_L1, u"plain values"_s);
}

HttpConfig upgradeOf(const ProbeModule &module)
{
    HttpConfig upgrade;
    upgrade.auth = module.auth;
    upgrade.headers = module.headers;
    upgrade.tls = module.tls;
    upgrade.proxy = module.proxy;
    return upgrade;
}

ProbeEngine readEngine(JsonReader &reader)
{
    const QString engine = reader.string("engine"_L1, u"native"_s);
    if (engine != "native"_L1 && engine != "qt"_L1)
        reader.fail(JsonError::Kind::BadValue, "engine"_L1, u"native or qt"_s);
    return engine == "qt"_L1 ? ProbeEngine::Qt : ProbeEngine::Native;
}

// The upgrade is an HTTP request: its options are read and written by the one reader of http_config, which
// knows HTTP's schemes only.
HttpConfig readUpgradeRequest(JsonReader &reader)
{
    QJsonObject json = reader.json();
    json.insert(u"url"_s, u"http://localhost"_s);
    JsonReader http(json, reader.path());
    HttpConfig config = readHttpConfig(http);
    reader.absorb(http);
    return config;
}

} // namespace

Expected<QUrl, UrlProblem> parseProbeUrl(const QString &text)
{
    return parseServerUrl(text, {u"ws"_s, u"wss"_s}).map([&text](const QUrl &) {
        return QUrl(text.trimmed(), QUrl::StrictMode);
    });
}

std::vector<SecretRef> secretsOf(const ProbeModule &module)
{
    return secretsOf(upgradeOf(module));
}

QJsonObject toJson(const ProbeTarget &target)
{
    const HttpConfig upgrade = upgradeOf(target.module);
    QJsonObject object = toJson(upgrade);
    object.remove("timeout_ms"_L1);
    object.remove("max_body_bytes"_L1);
    object.insert(u"id"_s, target.id.value);
    object.insert(u"name"_s, target.name);
    object.insert(u"url"_s, QString::fromLatin1(target.url.toEncoded(QUrl::RemoveUserInfo)));
    if (target.module.engine == ProbeEngine::Qt)
        object.insert(u"engine"_s, u"qt"_s);
    if (!target.module.subprotocol.isEmpty())
        object.insert(u"subprotocol"_s, target.module.subprotocol);
    for (const Limit &limit : limits)
        object.insert(QString(limit.key), qint64{(target.module.*limit.value).count()});
    return object;
}

ProbeTarget readProbeTarget(JsonReader &reader)
{
    ProbeTarget target;
    target.id = TargetId{reader.requiredString("id"_L1)};
    target.name = reader.string("name"_L1);
    const auto url = parseProbeUrl(reader.requiredString("url"_L1));
    if (url)
        target.url = *url;
    else
        reader.fail(JsonError::Kind::BadValue, "url"_L1, u"a ws or wss URL without credentials"_s);
    const HttpConfig upgrade = readUpgradeRequest(reader);
    refuseWhatIsNotApplied(reader, upgrade);
    target.module.auth = upgrade.auth;
    target.module.headers = upgrade.headers;
    target.module.tls = upgrade.tls;
    target.module.proxy = upgrade.proxy;
    target.module.subprotocol = reader.string("subprotocol"_L1);
    target.module.engine = readEngine(reader);
    readLimits(reader, target.module);
    return target;
}

} // namespace sockeye
