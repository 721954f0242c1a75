// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace sockeye {

//! \brief What is wrong with a JSON document, and where.
struct JsonError {
    enum class Kind { Syntax, NotAnObject, Missing, WrongType, BadValue, NewerVersion };

    Kind kind = Kind::Syntax;
    QString path; //!< such as "endpoints[2].url"; empty for the whole document
    QString expected; //!< what was expected, in the format's own words
    qint64 offset = -1; //!< byte of a syntax error, or -1

    friend bool operator==(const JsonError &, const JsonError &) = default;
};

//! \brief Checked access to one JSON object. The first error sticks: read everything, then ask error() once.
//! A key that is absent gives the fallback; a key of a wrong type is an error and gives the fallback too.
class JsonReader final {
public:
    explicit JsonReader(QJsonObject object, QString path = {});

    //! \brief Parses \a bytes whose top level must be an object.
    [[nodiscard]] static Expected<QJsonObject, JsonError> parse(const QByteArray &bytes);

    [[nodiscard]] QString string(QLatin1StringView key, const QString &fallback = {});
    [[nodiscard]] QString requiredString(QLatin1StringView key);
    [[nodiscard]] qint64 integer(QLatin1StringView key, qint64 fallback = 0);
    [[nodiscard]] double number(QLatin1StringView key, double fallback = 0.0);
    [[nodiscard]] bool boolean(QLatin1StringView key, bool fallback = false);
    [[nodiscard]] QStringList strings(QLatin1StringView key);
    [[nodiscard]] JsonReader object(QLatin1StringView key);
    //! \brief The objects of an array; empty when the key is absent.
    [[nodiscard]] std::vector<JsonReader> objects(QLatin1StringView key);

    //! \brief Records an error of the caller's own reading; the first one wins.
    void fail(JsonError::Kind kind, QLatin1StringView key, const QString &expected);
    //! \brief Takes over the error of a nested reader.
    void absorb(const JsonReader &nested);

    [[nodiscard]] bool hasError() const { return m_failed; }
    [[nodiscard]] const JsonError &error() const { return m_error; }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] const QJsonObject &json() const { return m_object; }

private:
    [[nodiscard]] QString pathOf(QLatin1StringView key) const;
    [[nodiscard]] QString pathOf(QLatin1StringView key, qsizetype index) const;
    void failAt(JsonError::Kind kind, const QString &path, const QString &expected);

    QJsonObject m_object;
    QString m_path;
    JsonError m_error;
    bool m_failed = false;
};

} // namespace sockeye
