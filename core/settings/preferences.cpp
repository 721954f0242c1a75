// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/preferences.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr int formatVersion = 1;

template <typename Enum>
struct Word {
    Enum value;
    QLatin1StringView text;
};

constexpr std::array themeWords{
    Word<Preferences::Theme>{Preferences::Theme::System, "system"_L1},
    Word<Preferences::Theme>{Preferences::Theme::Light, "light"_L1},
    Word<Preferences::Theme>{Preferences::Theme::Dark, "dark"_L1},
};

constexpr std::array timeZoneWords{
    Word<Preferences::TimeZone>{Preferences::TimeZone::Local, "local"_L1},
    Word<Preferences::TimeZone>{Preferences::TimeZone::Utc, "utc"_L1},
};

struct Switch {
    QLatin1StringView key;
    bool Preferences::*member;
};

constexpr std::array switches{
    Switch{"notificationsEnabled"_L1, &Preferences::notificationsEnabled},
    Switch{"notifyWarnings"_L1, &Preferences::notifyWarnings},
    Switch{"notifyResolved"_L1, &Preferences::notifyResolved},
    Switch{"explainedTray"_L1, &Preferences::explainedTray},
};

template <typename Words, typename Enum>
QString wordOf(const Words &words, Enum value)
{
    const auto found =
        std::find_if(words.begin(), words.end(), [value](const auto &word) { return word.value == value; });
    Q_ASSERT(found != words.end());
    return found->text;
}

template <typename Words, typename Enum>
Enum readWord(JsonReader &reader, QLatin1StringView key, const Words &words, Enum fallback)
{
    const QString text = reader.string(key, wordOf(words, fallback));
    const auto found =
        std::find_if(words.begin(), words.end(), [&text](const auto &word) { return word.text == text; });
    if (found != words.end())
        return found->value;
    QStringList known;
    for (const auto &word : words)
        known.append(word.text);
    reader.fail(JsonError::Kind::BadValue, key, known.join(u", "_s));
    return fallback;
}

QByteArray readBytes(JsonReader &reader, QLatin1StringView key)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        reader.string(key).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        reader.fail(JsonError::Kind::BadValue, key, u"base64"_s);
    return decoded.decoded;
}

QString bytesToText(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

//! The document's reader, unless it is of another version.
Expected<JsonReader, JsonError> readerOf(const QByteArray &json)
{
    return JsonReader::parse(json).and_then([](const QJsonObject &object) -> Expected<JsonReader, JsonError> {
        const QLatin1StringView key = "version"_L1;
        JsonReader reader(object);
        if (!object.contains(key))
            reader.fail(JsonError::Kind::Missing, key, u"a whole number"_s);
        const qint64 version = reader.integer(key);
        if (version > formatVersion)
            reader.fail(JsonError::Kind::NewerVersion, key, QString::number(formatVersion));
        if (version < 1)
            reader.fail(JsonError::Kind::BadValue, key, QString::number(formatVersion));
        if (reader.hasError())
            return unexpected(reader.error());
        return reader;
    });
}

QByteArray toBytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace

QByteArray serializePreferences(const Preferences &preferences)
{
    QJsonObject object{
        {"version"_L1, formatVersion},
        {"theme"_L1, wordOf(themeWords, preferences.theme)},
        {"language"_L1, preferences.language},
        {"timeZone"_L1, wordOf(timeZoneWords, preferences.timeZone)},
    };
    for (const Switch &one : switches)
        object.insert(one.key, preferences.*one.member);
    return toBytes(object);
}

Expected<Preferences, JsonError> parsePreferences(const QByteArray &json)
{
    auto reader = readerOf(json);
    if (!reader)
        return unexpected(reader.error());
    Preferences result;
    result.theme = readWord(*reader, "theme"_L1, themeWords, result.theme);
    result.language = reader->string("language"_L1);
    result.timeZone = readWord(*reader, "timeZone"_L1, timeZoneWords, result.timeZone);
    for (const Switch &one : switches)
        result.*one.member = reader->boolean(one.key, result.*one.member);
    if (reader->hasError())
        return unexpected(reader->error());
    return result;
}

QByteArray serializeWindowState(const WindowState &state)
{
    return toBytes({
        {"version"_L1, formatVersion},
        {"geometry"_L1, bytesToText(state.geometry)},
        {"splitter"_L1, bytesToText(state.splitter)},
        {"page"_L1, state.page},
        {"service"_L1, state.service},
    });
}

Expected<WindowState, JsonError> parseWindowState(const QByteArray &json)
{
    auto reader = readerOf(json);
    if (!reader)
        return unexpected(reader.error());
    WindowState result;
    result.geometry = readBytes(*reader, "geometry"_L1);
    result.splitter = readBytes(*reader, "splitter"_L1);
    result.page = reader->string("page"_L1);
    result.service = reader->string("service"_L1);
    if (reader->hasError())
        return unexpected(reader->error());
    return result;
}

} // namespace sockeye
