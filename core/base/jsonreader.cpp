// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/jsonreader.h"

#include <QJsonDocument>

#include <algorithm>

namespace sockeye {

using namespace Qt::StringLiterals;

JsonReader::JsonReader(QJsonObject object, QString path)
    : m_object(std::move(object))
    , m_path(std::move(path))
{
}

Expected<QJsonObject, JsonError> JsonReader::parse(const QByteArray &bytes)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return unexpected(
            JsonError{JsonError::Kind::Syntax, {}, parseError.errorString(), parseError.offset});
    if (!document.isObject())
        return unexpected(JsonError{JsonError::Kind::NotAnObject, {}, u"an object"_s, -1});
    return document.object();
}

QString JsonReader::pathOf(QLatin1StringView key) const
{
    return m_path.isEmpty() ? QString(key) : QString(m_path % u'.' % key);
}

QString JsonReader::pathOf(QLatin1StringView key, qsizetype index) const
{
    return u"%1[%2]"_s.arg(pathOf(key)).arg(index);
}

void JsonReader::fail(JsonError::Kind kind, QLatin1StringView key, const QString &expected)
{
    failAt(kind, pathOf(key), expected);
}

void JsonReader::failAt(JsonError::Kind kind, const QString &path, const QString &expected)
{
    m_errors.push_back(JsonError{kind, path, expected, -1});
}

void JsonReader::refuseOthers(std::initializer_list<QLatin1StringView> known)
{
    for (auto it = m_object.begin(); it != m_object.end(); ++it) {
        if (std::ranges::find(known, it.key()) != known.end())
            continue;
        const QStringList names(known.begin(), known.end());
        failAt(JsonError::Kind::BadValue, m_path.isEmpty() ? it.key() : QString(m_path % u'.' % it.key()),
            names.join(" | "_L1));
    }
}

void JsonReader::absorb(const JsonReader &nested)
{
    m_errors.insert(m_errors.end(), nested.m_errors.begin(), nested.m_errors.end());
}

QString JsonReader::string(QLatin1StringView key, const QString &fallback)
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined())
        return fallback;
    if (!value.isString()) {
        fail(JsonError::Kind::WrongType, key, u"a string"_s);
        return fallback;
    }
    return value.toString();
}

QString JsonReader::requiredString(QLatin1StringView key)
{
    if (!m_object.contains(key))
        fail(JsonError::Kind::Missing, key, u"a string"_s);
    return string(key);
}

qint64 JsonReader::integer(QLatin1StringView key, qint64 fallback)
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined())
        return fallback;
    if (!value.isDouble() || static_cast<double>(value.toInteger(fallback)) != value.toDouble()) {
        fail(JsonError::Kind::WrongType, key, u"a whole number"_s);
        return fallback;
    }
    return value.toInteger(fallback);
}

double JsonReader::number(QLatin1StringView key, double fallback)
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined())
        return fallback;
    if (!value.isDouble()) {
        fail(JsonError::Kind::WrongType, key, u"a number"_s);
        return fallback;
    }
    return value.toDouble();
}

bool JsonReader::boolean(QLatin1StringView key, bool fallback)
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined())
        return fallback;
    if (!value.isBool()) {
        fail(JsonError::Kind::WrongType, key, u"true or false"_s);
        return fallback;
    }
    return value.toBool();
}

QStringList JsonReader::strings(QLatin1StringView key)
{
    QStringList result;
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined())
        return result;
    if (!value.isArray()) {
        fail(JsonError::Kind::WrongType, key, u"a list of strings"_s);
        return result;
    }
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (!array.at(i).isString())
            failAt(JsonError::Kind::WrongType, pathOf(key, i), u"a string"_s);
        result.append(array.at(i).toString());
    }
    return result;
}

JsonReader JsonReader::object(QLatin1StringView key)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isUndefined() && !value.isObject())
        fail(JsonError::Kind::WrongType, key, u"an object"_s);
    return JsonReader{value.toObject(), pathOf(key)};
}

std::vector<JsonReader> JsonReader::objects(QLatin1StringView key)
{
    std::vector<JsonReader> result;
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined())
        return result;
    if (!value.isArray()) {
        fail(JsonError::Kind::WrongType, key, u"a list of objects"_s);
        return result;
    }
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (!array.at(i).isObject())
            failAt(JsonError::Kind::WrongType, pathOf(key, i), u"an object"_s);
        result.emplace_back(array.at(i).toObject(), pathOf(key, i));
    }
    return result;
}

} // namespace sockeye
