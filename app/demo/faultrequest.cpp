// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/faultrequest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sockeye::demo {

namespace {

using Kind = FaultRequestError::Kind;

constexpr auto durationName = "for"_L1;
constexpr double longestSeconds = 3'600;

QString expectedNames()
{
    QStringList names;
    for (const FaultKind &kind : faultKinds())
        names << kind.name;
    return u"one of "_s + names.join(u", "_s);
}

QString expectedParameters(const FaultKind &kind)
{
    return kind.parameter.isEmpty() ? QString(durationName) : QString(kind.parameter + u" or for"_s);
}

Expected<std::chrono::milliseconds, FaultRequestError> parseDuration(const QString &text)
{
    bool ok = false;
    const double seconds = text.toDouble(&ok);
    if (!ok || !(seconds > 0 && seconds <= longestSeconds)) {
        return unexpected(
            FaultRequestError{Kind::BadValue, durationName, u"a number of seconds above 0, at most 3600"_s});
    }
    return std::chrono::ceil<std::chrono::milliseconds>(std::chrono::duration<double>(seconds));
}

Expected<int, FaultRequestError> parseParameter(const FaultKind &kind, const QString &text)
{
    bool ok = false;
    const int value = text.toInt(&ok);
    if (ok && value >= kind.minimum && value <= kind.maximum)
        return value;
    return unexpected(FaultRequestError{Kind::BadValue, kind.parameter,
        u"a whole number from %1 to %2"_s.arg(kind.minimum).arg(kind.maximum)});
}

} // namespace

Expected<FaultOrder, FaultRequestError> parseFaultRequest(const QString &name, const QUrlQuery &query)
{
    const std::span<const FaultKind> kinds = faultKinds();
    const auto kind = std::ranges::find_if(kinds, [&](const FaultKind &k) { return k.name == name; });
    if (kind == kinds.end())
        return unexpected(FaultRequestError{Kind::UnknownFault, name, expectedNames()});

    FaultOrder order{.fault = kind->fault, .parameter = kind->fallback};
    const QList<std::pair<QString, QString>> items = query.queryItems(QUrl::FullyDecoded);
    for (const auto &[key, value] : items) {
        if (key == durationName) {
            const auto duration = parseDuration(value);
            if (!duration)
                return unexpected(duration.error());
            order.duration = *duration;
        } else if (!kind->parameter.isEmpty() && key == kind->parameter) {
            const auto parameter = parseParameter(*kind, value);
            if (!parameter)
                return unexpected(parameter.error());
            order.parameter = *parameter;
        } else {
            return unexpected(FaultRequestError{Kind::UnknownParameter, key, expectedParameters(*kind)});
        }
    }
    return order;
}

QByteArray toJson(const FaultRequestError &error)
{
    QString what;
    switch (error.kind) {
    case Kind::UnknownFault:
        what = u"unknown fault"_s;
        break;
    case Kind::UnknownParameter:
        what = u"unknown parameter"_s;
        break;
    case Kind::BadValue:
        what = u"bad value of"_s;
        break;
    }
    const QString words = what + u" '"_s + error.subject + u"': expected "_s + error.expected;
    return QJsonDocument(QJsonObject{{u"error"_s, words}}).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray toJson(const std::vector<ActiveFault> &faults)
{
    QJsonArray array;
    for (const ActiveFault &fault : faults) {
        const FaultKind &kind = faultKind(fault.fault);
        const QJsonValue parameter = kind.parameter.isEmpty() ? QJsonValue() : QJsonValue(fault.parameter);
        const double remaining = std::chrono::duration<double>(fault.remaining).count();
        array.append(QJsonObject{
            {u"fault"_s, kind.name}, {u"remaining_seconds"_s, remaining}, {u"parameter"_s, parameter}});
    }
    return QJsonDocument(array).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace sockeye::demo
