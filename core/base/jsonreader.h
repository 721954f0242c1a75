// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <initializer_list>
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

//! \brief Checked access to one JSON object: read everything, then ask for the errors, which are kept in
//! order. A key that is absent gives the fallback; a key of a wrong type is an error and gives the fallback
//! too.
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

    //! \brief Records each key that is none of \a known as an error: an option that has no effect must not
    //! look as if it had.
    void refuseOthers(std::initializer_list<QLatin1StringView> known);
    //! \brief Records an error of the caller's own reading.
    void fail(JsonError::Kind kind, QLatin1StringView key, const QString &expected);
    //! \brief Takes over the errors of a nested reader.
    void absorb(const JsonReader &nested);

    [[nodiscard]] bool hasError() const { return !m_errors.empty(); }
    //! \brief The first error; of Kind::Syntax when there is none.
    [[nodiscard]] JsonError error() const { return m_errors.empty() ? JsonError{} : m_errors.front(); }
    [[nodiscard]] const std::vector<JsonError> &errors() const { return m_errors; }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] const QJsonObject &json() const { return m_object; }

private:
    [[nodiscard]] QString pathOf(QLatin1StringView key) const;
    [[nodiscard]] QString pathOf(QLatin1StringView key, qsizetype index) const;
    void failAt(JsonError::Kind kind, const QString &path, const QString &expected);

    QJsonObject m_object;
    QString m_path;
    std::vector<JsonError> m_errors;
};

} // namespace sockeye
