// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/probe/serveconfig.h"

#include "core/prometheus/duration.h"

#include "ui/text/errors.h"

#include <algorithm>
#include <array>

namespace sockeye::cli {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr auto defaultModule = "websocket"_L1;
constexpr milliseconds longest = 1h;
constexpr qint64 mostPings = 1'000;

struct Limit {
    QLatin1StringView key;
    milliseconds ProbeModule::*value;
    milliseconds shortest;
};

constexpr std::array limits{
    Limit{"resolve_timeout"_L1, &ProbeModule::resolveTimeout, 1ms},
    Limit{"connect_timeout"_L1, &ProbeModule::connectTimeout, 1ms},
    Limit{"tls_timeout"_L1, &ProbeModule::tlsTimeout, 1ms},
    Limit{"upgrade_timeout"_L1, &ProbeModule::upgradeTimeout, 1ms},
    Limit{"ping_interval"_L1, &ProbeModule::pingInterval, 50ms},
    Limit{"pong_timeout"_L1, &ProbeModule::pongTimeout, 1ms},
};

milliseconds readDuration(
    JsonReader &reader, QLatin1StringView key, milliseconds fallback, milliseconds shortest)
{
    if (!reader.json().contains(key))
        return fallback;
    const auto value = parseDuration(reader.json().value(key).toString());
    if (value && *value >= shortest && *value <= longest)
        return *value;
    reader.fail(JsonError::Kind::BadValue, key,
        u"a duration from %1ms to 1h, such as 500ms or 10s"_s.arg(qint64{shortest.count()}));
    return fallback;
}

// The options of the upgrade are those of a target in a workspace, whose one reader reads them.
ProbeModule readUpgrade(JsonReader &websocket)
{
    QJsonObject json = websocket.json();
    for (const Limit &limit : limits)
        json.remove(limit.key);
    json.remove("pings"_L1);
    if (const QJsonValue headers = json.take("headers"_L1); !headers.isUndefined())
        json.insert("http_headers"_L1, headers);
    json.insert("id"_L1, u"module"_s);
    json.insert("url"_L1, u"ws://localhost"_s);
    JsonReader target(json, websocket.path());
    ProbeModule module = readProbeTarget(target).module;
    websocket.absorb(target);
    return module;
}

void readWebSocket(JsonReader &websocket, ServeModule &module)
{
    websocket.refuseOthers({"engine"_L1, "subprotocol"_L1, "headers"_L1, "basic_auth"_L1, "authorization"_L1,
        "bearer_token_file"_L1, "oauth2"_L1, "exec"_L1, "tls_config"_L1, "proxy_url"_L1, "no_proxy"_L1,
        "proxy_from_environment"_L1, "proxy_connect_header"_L1, "proxy_username"_L1, "proxy_password_file"_L1,
        "pac_url"_L1, "pings"_L1, "resolve_timeout"_L1, "connect_timeout"_L1, "tls_timeout"_L1,
        "upgrade_timeout"_L1, "ping_interval"_L1, "pong_timeout"_L1});
    module.probe = readUpgrade(websocket);
    for (const Limit &limit : limits)
        module.probe.*limit.value =
            readDuration(websocket, limit.key, module.probe.*limit.value, limit.shortest);
    const qint64 pings = websocket.integer("pings"_L1, module.pings);
    if (pings < 0 || pings > mostPings)
        websocket.fail(
            JsonError::Kind::BadValue, "pings"_L1, u"a whole number from 0 to %1"_s.arg(mostPings));
    module.pings = static_cast<int>(std::clamp<qint64>(pings, 0, mostPings));
}

ServeModule readModule(JsonReader &reader)
{
    ServeModule module;
    reader.refuseOthers({"prober"_L1, "timeout"_L1, "websocket"_L1});
    if (reader.string("prober"_L1) != "websocket"_L1)
        reader.fail(JsonError::Kind::BadValue, "prober"_L1, u"websocket"_s);
    module.timeout = readDuration(reader, "timeout"_L1, module.timeout, 1ms);
    JsonReader websocket = reader.object("websocket"_L1);
    readWebSocket(websocket, module);
    reader.absorb(websocket);
    return module;
}

std::map<QString, ServeModule> readModules(JsonReader &root)
{
    std::map<QString, ServeModule> modules;
    JsonReader all = root.object("modules"_L1);
    const QStringList names = all.json().keys();
    for (const QString &name : names) {
        const QByteArray key = name.toUtf8();
        JsonReader one = all.object(QLatin1StringView(key));
        modules.emplace(name, readModule(one));
        all.absorb(one);
    }
    root.absorb(all);
    modules.try_emplace(defaultModule);
    return modules;
}

ProbeTarget readTarget(JsonReader &reader, const std::map<QString, ServeModule> &modules)
{
    reader.refuseOthers({"name"_L1, "url"_L1, "module"_L1});
    ProbeTarget target;
    target.name = reader.requiredString("name"_L1);
    target.id = TargetId{target.name};
    const auto url = parseProbeUrl(reader.requiredString("url"_L1));
    if (url)
        target.url = *url;
    else
        reader.fail(JsonError::Kind::BadValue, "url"_L1, u"a ws or wss URL without credentials"_s);
    const auto module = modules.find(reader.string("module"_L1, defaultModule));
    if (module == modules.end())
        reader.fail(JsonError::Kind::BadValue, "module"_L1, u"one of the modules"_s);
    else
        target.module = module->second.probe;
    return target;
}

std::vector<ProbeTarget> readTargets(JsonReader &root, const std::map<QString, ServeModule> &modules)
{
    std::vector<ProbeTarget> targets;
    for (JsonReader &reader : root.objects("targets"_L1)) {
        ProbeTarget target = readTarget(reader, modules);
        if (std::ranges::find(targets, target.id, &ProbeTarget::id) != targets.end())
            reader.fail(JsonError::Kind::BadValue, "name"_L1, u"a name that no other target has"_s);
        root.absorb(reader);
        targets.push_back(std::move(target));
    }
    return targets;
}

ConfigError placed(const JsonError &error, const YamlDocument &document)
{
    JsonError inFile = error;
    inFile.path.replace(".http_headers"_L1, ".headers"_L1);
    return {document.markOf(inFile.path), inFile};
}

} // namespace

Expected<ServeConfig, std::vector<ConfigError>> readServeConfig(const QByteArray &yaml)
{
    const auto document = YamlDocument::parse(yaml);
    if (!document)
        return unexpected(std::vector{ConfigError{document.error().mark, document.error()}});
    JsonReader root(document->root());
    root.refuseOthers({"modules"_L1, "targets"_L1});
    ServeConfig config;
    config.modules = readModules(root);
    config.targets = readTargets(root, config.modules);
    if (!root.hasError())
        return config;
    std::vector<ConfigError> errors;
    std::ranges::transform(root.errors(), std::back_inserter(errors),
        [&document](const JsonError &error) { return placed(error, *document); });
    std::ranges::stable_sort(
        errors, {}, [](const ConfigError &error) { return std::pair(error.mark.line, error.mark.column); });
    return unexpected(errors);
}

QString toText(const std::vector<ConfigError> &errors, const QString &file)
{
    QString text;
    for (const ConfigError &error : errors) {
        const QString what =
            std::visit([](const auto &problem) { return describe(problem).summary; }, error.problem);
        text += QString(u"%1:%2:%3: "_s.arg(file).arg(error.mark.line).arg(error.mark.column) % what % u'\n');
    }
    return text;
}

} // namespace sockeye::cli
