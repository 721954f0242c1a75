// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/http/httpjob.h"
#include "core/metrics/labelset.h"
#include "core/prometheus/queryerror.h"

#include <QStringList>

#include <map>
#include <memory>
#include <simdjson.h>

namespace sockeye {

//! \brief An answer of the read API in its envelope, judged like the answers of queries: by content type,
//! whatever the status. What is read from it lives as long as it does.
class ApiDocument final {
public:
    [[nodiscard]] static Expected<ApiDocument, QueryError> parse(const HttpReply &reply);

    [[nodiscard]] simdjson::dom::element data() const { return m_data; }
    [[nodiscard]] const QStringList &warnings() const { return m_warnings; }
    [[nodiscard]] const QStringList &infos() const { return m_infos; }

private:
    std::unique_ptr<simdjson::dom::parser> m_parser; //!< owns what m_data refers to
    simdjson::dom::element m_data;
    QStringList m_warnings;
    QStringList m_infos;
};

// Lenient access: what is absent, or of another type, is the empty value. Servers differ in what they leave
// out, and nothing of this decides about alerts.

using JsonElement = simdjson::dom::element;

[[nodiscard]] QByteArray bytesOf(JsonElement element);
[[nodiscard]] QByteArray bytesAt(JsonElement object, std::string_view key);
[[nodiscard]] QString textAt(JsonElement object, std::string_view key);
//! \brief A number, or a number in a string; \a fallback when it is neither.
[[nodiscard]] double numberAt(JsonElement object, std::string_view key, double fallback = 0.0);
[[nodiscard]] std::chrono::nanoseconds secondsAt(JsonElement object, std::string_view key);
//! \brief RFC 3339, as Go writes it; nothing for Go's zero time.
[[nodiscard]] std::optional<Timestamp> timeAt(JsonElement object, std::string_view key);
[[nodiscard]] LabelSet labelsOf(JsonElement object);
[[nodiscard]] LabelSet labelsAt(JsonElement object, std::string_view key);
[[nodiscard]] std::map<QString, QString> textsOf(JsonElement object);
//! \brief The value of \a key if it is a list; else an empty one.
[[nodiscard]] std::vector<JsonElement> listAt(JsonElement object, std::string_view key);
[[nodiscard]] std::vector<JsonElement> listOf(JsonElement element);
//! \brief The value of \a key; nothing where \a object is none or has no such key.
[[nodiscard]] std::optional<JsonElement> elementAt(JsonElement object, std::string_view key);

} // namespace sockeye
