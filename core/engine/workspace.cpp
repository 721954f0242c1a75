// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/workspace.h"

#include "core/alerting/builtinrules.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

// A shorter interval would ask faster than any sensible scrape and load the server for nothing.
constexpr qint64 shortestRefresh = 500;
constexpr qint64 longestRefresh = 3'600'000;

template <typename Container, typename IdType>
const typename Container::value_type *findById(const Container &container, const IdType &id)
{
    const auto found =
        std::find_if(container.begin(), container.end(), [&](const auto &item) { return item.id == id; });
    return found == container.end() ? nullptr : &*found;
}

QJsonObject toJson(const EndpointConfig &endpoint)
{
    return {{u"id"_s, endpoint.id.value}, {u"name"_s, endpoint.name},
        {u"http"_s, sockeye::toJson(endpoint.http)}, {u"options"_s, sockeye::toJson(endpoint.options)},
        {u"ignoredJobs"_s, QJsonArray::fromStringList(endpoint.ignoredJobs)}};
}

EndpointConfig readEndpoint(JsonReader &reader)
{
    EndpointConfig endpoint;
    endpoint.id = EndpointId{reader.requiredString("id"_L1)};
    endpoint.name = reader.string("name"_L1);
    JsonReader http = reader.object("http"_L1);
    endpoint.http = readHttpConfig(http);
    reader.absorb(http);
    JsonReader options = reader.object("options"_L1);
    endpoint.options = readEndpointOptions(options);
    reader.absorb(options);
    endpoint.ignoredJobs = reader.strings("ignoredJobs"_L1);
    return endpoint;
}

QJsonObject toJson(const ServiceConfig &service)
{
    QJsonObject overrides;
    for (const auto &[role, expression] : service.roleOverrides)
        overrides.insert(role, expression);
    QJsonArray targets;
    for (const TargetId &target : service.targets)
        targets.append(target.value);
    return {{u"id"_s, service.id.value}, {u"name"_s, service.name}, {u"endpoint"_s, service.endpoint.value},
        {u"matchers"_s, service.matchers}, {u"profile"_s, service.profileId}, {u"prefix"_s, service.prefix},
        {u"roles"_s, overrides}, {u"targets"_s, targets}};
}

ServiceConfig readService(JsonReader &reader)
{
    ServiceConfig service;
    service.id = ServiceId{reader.requiredString("id"_L1)};
    service.name = reader.string("name"_L1);
    service.endpoint = EndpointId{reader.string("endpoint"_L1)};
    service.matchers = reader.string("matchers"_L1);
    service.profileId = reader.string("profile"_L1);
    service.prefix = reader.string("prefix"_L1);
    JsonReader roles = reader.object("roles"_L1);
    const QStringList names = roles.json().keys();
    for (const QString &name : names)
        service.roleOverrides.emplace(name, roles.string(QLatin1StringView(name.toLatin1())));
    reader.absorb(roles);
    const QStringList targets = reader.strings("targets"_L1);
    for (const QString &target : targets)
        service.targets.push_back(TargetId{target});
    return service;
}

template <typename Item>
QJsonArray toArray(const std::vector<Item> &items)
{
    QJsonArray array;
    for (const Item &item : items)
        array.append(toJson(item));
    return array;
}

//! Reads an array whose items carry ids, and refuses an id that comes twice: history refers to ids.
template <typename Item>
std::vector<Item> readArray(JsonReader &reader, QLatin1StringView key, Item (*readItem)(JsonReader &))
{
    std::vector<Item> items;
    QSet<QString> ids;
    for (JsonReader &itemReader : reader.objects(key)) {
        items.push_back(readItem(itemReader));
        if (ids.contains(items.back().id.value))
            itemReader.fail(JsonError::Kind::BadValue, "id"_L1, u"an id that no other has"_s);
        ids.insert(items.back().id.value);
        reader.absorb(itemReader);
    }
    return items;
}

void addMissingBuiltins(std::vector<AlertRule> &rules)
{
    for (AlertRule &builtin : builtinRules(RuleTiming::usual())) {
        const bool known = std::any_of(
            rules.begin(), rules.end(), [&](const AlertRule &rule) { return rule.key == builtin.key; });
        if (!known)
            rules.push_back(std::move(builtin));
    }
}

} // namespace

const EndpointConfig *Workspace::endpoint(const EndpointId &id) const
{
    return findById(endpoints, id);
}

const ServiceConfig *Workspace::service(const ServiceId &id) const
{
    return findById(services, id);
}

const ProbeTarget *Workspace::target(const TargetId &id) const
{
    return findById(targets, id);
}

const AlertRule *Workspace::rule(const RuleId &id) const
{
    return findById(rules, id);
}

QByteArray serializeWorkspace(const Workspace &workspace)
{
    const QJsonObject document{{u"version"_s, Workspace::currentVersion}, {u"name"_s, workspace.name},
        {u"refreshInterval"_s, qint64{workspace.refreshInterval.count()}},
        {u"endpoints"_s, toArray(workspace.endpoints)}, {u"services"_s, toArray(workspace.services)},
        {u"targets"_s, toArray(workspace.targets)}, {u"rules"_s, toArray(workspace.rules)}};
    return QJsonDocument(document).toJson(QJsonDocument::Indented);
}

Expected<Workspace, JsonError> parseWorkspace(const QByteArray &json)
{
    const Expected<QJsonObject, JsonError> document = JsonReader::parse(json);
    if (!document)
        return unexpected(document.error());
    JsonReader reader(*document);
    const qint64 version = reader.integer("version"_L1, -1);
    if (version > Workspace::currentVersion)
        reader.fail(JsonError::Kind::NewerVersion, "version"_L1, QString::number(Workspace::currentVersion));
    else if (version < 1)
        reader.fail(JsonError::Kind::Missing, "version"_L1, u"a version"_s);

    Workspace workspace;
    workspace.name = reader.string("name"_L1);
    const qint64 refresh = reader.integer("refreshInterval"_L1, workspace.refreshInterval.count());
    if (refresh < shortestRefresh || refresh > longestRefresh)
        reader.fail(JsonError::Kind::BadValue, "refreshInterval"_L1, u"500 to 3600000 milliseconds"_s);
    workspace.refreshInterval = std::chrono::milliseconds{refresh};
    workspace.endpoints = readArray<EndpointConfig>(reader, "endpoints"_L1, readEndpoint);
    workspace.services = readArray<ServiceConfig>(reader, "services"_L1, readService);
    workspace.targets = readArray<ProbeTarget>(reader, "targets"_L1, readProbeTarget);
    workspace.rules = readArray<AlertRule>(reader, "rules"_L1, readAlertRule);
    if (reader.hasError())
        return unexpected(reader.error());
    addMissingBuiltins(workspace.rules);
    return workspace;
}

Workspace newWorkspace(const QString &name)
{
    Workspace workspace;
    workspace.name = name;
    workspace.rules = builtinRules(RuleTiming::usual());
    return workspace;
}

} // namespace sockeye
