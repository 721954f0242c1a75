// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/apidocument.h"

#include "core/prometheus/apierror.h"

#include <QDateTime>

#include <cmath>

namespace sockeye {

using namespace Qt::StringLiterals;
namespace dom = simdjson::dom;

namespace {

QString textOf(JsonElement element)
{
    return QString::fromUtf8(bytesOf(element));
}

QStringList stringsAt(JsonElement object, std::string_view key)
{
    QStringList strings;
    for (const JsonElement item : listAt(object, key))
        strings.append(textOf(item));
    return strings;
}

} // namespace

Expected<ApiDocument, QueryError> ApiDocument::parse(const HttpReply &reply)
{
    if (!claimsJson(reply))
        return unexpected(errorByStatus(reply));
    ApiDocument document;
    document.m_parser = std::make_unique<dom::parser>();
    JsonElement root;
    const auto size = static_cast<std::size_t>(reply.body.size());
    if (const auto failed = document.m_parser->parse(reply.body.constData(), size).get(root)) {
        return unexpected(reply.status >= 400
                ? errorByStatus(reply)
                : malformedError(reply, QString::fromLatin1(simdjson::error_message(failed))));
    }
    const QByteArray status = bytesAt(root, "status");
    if (status == "error")
        return unexpected(errorOfApi(reply, bytesAt(root, "errorType"), textAt(root, "error")));
    if (status != "success" || reply.status >= 400)
        return unexpected(errorByStatus(reply));
    if (root["data"].get(document.m_data))
        return unexpected(malformedError(reply, u"no data"_s));
    document.m_warnings = stringsAt(root, "warnings");
    document.m_infos = stringsAt(root, "infos");
    return document;
}

std::optional<JsonElement> elementAt(JsonElement object, std::string_view key)
{
    dom::object members;
    JsonElement value;
    if (object.get(members) || members[key].get(value))
        return std::nullopt;
    return value;
}

QByteArray bytesOf(JsonElement element)
{
    std::string_view view;
    if (element.get(view))
        return {};
    return {view.data(), static_cast<qsizetype>(view.size())};
}

QByteArray bytesAt(JsonElement object, std::string_view key)
{
    const auto value = elementAt(object, key);
    return value ? bytesOf(*value) : QByteArray();
}

QString textAt(JsonElement object, std::string_view key)
{
    return QString::fromUtf8(bytesAt(object, key));
}

double numberAt(JsonElement object, std::string_view key, double fallback)
{
    const auto value = elementAt(object, key);
    double number = fallback;
    if (!value || !value->get(number))
        return number;
    bool isNumber = false;
    number = bytesOf(*value).toDouble(&isNumber);
    return isNumber ? number : fallback;
}

std::chrono::nanoseconds secondsAt(JsonElement object, std::string_view key)
{
    constexpr double longest = 1e9;
    const double seconds = numberAt(object, key);
    if (!(std::abs(seconds) < longest))
        return std::chrono::nanoseconds{0};
    return std::chrono::nanoseconds{std::llround(seconds * 1e9)};
}

std::optional<Timestamp> timeAt(JsonElement object, std::string_view key)
{
    const QDateTime time = QDateTime::fromString(textAt(object, key), Qt::ISODateWithMs);
    if (!time.isValid() || time.date().year() <= 1)
        return std::nullopt;
    return fromMilliseconds(time.toMSecsSinceEpoch());
}

LabelSet labelsOf(JsonElement object)
{
    dom::object members;
    std::vector<Label> labels;
    if (object.get(members))
        return LabelSet(labels);
    for (const auto &[key, value] : members)
        labels.push_back({QByteArray(key.data(), static_cast<qsizetype>(key.size())), bytesOf(value)});
    return LabelSet(std::move(labels));
}

LabelSet labelsAt(JsonElement object, std::string_view key)
{
    const auto value = elementAt(object, key);
    return value ? labelsOf(*value) : LabelSet();
}

std::map<QString, QString> textsOf(JsonElement object)
{
    dom::object members;
    std::map<QString, QString> texts;
    if (object.get(members))
        return texts;
    for (const auto &[key, value] : members)
        texts.emplace(QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())), textOf(value));
    return texts;
}

std::vector<JsonElement> listOf(JsonElement element)
{
    dom::array array;
    std::vector<JsonElement> items;
    if (element.get(array))
        return items;
    for (const JsonElement item : array)
        items.push_back(item);
    return items;
}

std::vector<JsonElement> listAt(JsonElement object, std::string_view key)
{
    const auto value = elementAt(object, key);
    return value ? listOf(*value) : std::vector<JsonElement>();
}

} // namespace sockeye
