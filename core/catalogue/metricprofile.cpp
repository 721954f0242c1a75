// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalogue/metricprofile.h"

#include "core/base/jsonversion.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr int currentVersion = 1;

std::map<QString, QString> readStrings(JsonReader &reader, QLatin1StringView key)
{
    std::map<QString, QString> result;
    JsonReader object = reader.object(key);
    const QStringList names = object.json().keys();
    for (const QString &name : names) {
        if (!object.json().value(name).isString())
            reader.fail(JsonError::Kind::WrongType, key, u"strings"_s);
        result.emplace(name, object.json().value(name).toString());
    }
    return result;
}

QString readDetect(JsonReader &reader)
{
    const QString detect = reader.requiredString("detect"_L1);
    const QRegularExpression pattern(detect);
    if (detect.isEmpty() || !pattern.isValid())
        reader.fail(JsonError::Kind::BadValue, "detect"_L1, u"a regular expression"_s);
    return detect;
}

std::map<Role, QString> readExpressions(JsonReader &reader)
{
    std::map<Role, QString> result;
    for (const auto &[name, expression] : readStrings(reader, "expressions"_L1)) {
        if (const std::optional<Role> role = roleFromName(name))
            result.emplace(*role, expression);
        else
            reader.fail(JsonError::Kind::BadValue, "expressions"_L1, u"names of roles"_s);
    }
    return result;
}

} // namespace

Expected<MetricProfile, JsonError> parseProfile(const QByteArray &json)
{
    const Expected<QJsonObject, JsonError> object = JsonReader::parse(json);
    if (!object)
        return unexpected(object.error());
    JsonReader reader(*object);
    checkVersion(reader, currentVersion);
    MetricProfile profile;
    profile.id = reader.requiredString("id"_L1);
    profile.name = reader.requiredString("name"_L1);
    profile.detect = readDetect(reader);
    profile.companions = reader.strings("companions"_L1);
    profile.types = readStrings(reader, "types"_L1);
    profile.priority = static_cast<int>(reader.integer("priority"_L1));
    profile.expressions = readExpressions(reader);
    if (reader.hasError())
        return unexpected(reader.error());
    return profile;
}

Expected<std::vector<MetricProfile>, ProfileError> loadProfiles(const QString &folder)
{
    std::vector<MetricProfile> profiles;
    const QFileInfoList files = QDir(folder).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            return unexpected(
                ProfileError{info.filePath(), {JsonError::Kind::Missing, {}, file.errorString(), -1}});
        Expected<MetricProfile, JsonError> profile = parseProfile(file.readAll());
        if (!profile)
            return unexpected(ProfileError{info.filePath(), profile.error()});
        profiles.push_back(std::move(*profile));
    }
    return profiles;
}

} // namespace sockeye
