// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"

#include <QHash>
#include <QJsonObject>
#include <QString>

namespace sockeye {

//! \brief A place in a text, counted from 1 as editors do.
struct YamlMark {
    int line = 1;
    int column = 1;

    friend bool operator==(const YamlMark &, const YamlMark &) = default;
};

//! \brief Why a text is no YAML document of ours, and where.
struct YamlError {
    enum class Kind {
        Syntax,
        NotAMapping, //!< the document is no mapping of keys to values
        DuplicateKey,
        KeyNotText, //!< a key that is itself a list or a mapping
        Alias, //!< anchors and aliases: a few lines of them can stand for gigabytes
        Tag, //!< a type of the writer's own
        SeveralDocuments,
        TooDeep
    };

    Kind kind = Kind::Syntax;
    YamlMark mark;
    QString detail; //!< the parser's words, or the key

    friend bool operator==(const YamlError &, const YamlError &) = default;
};

//! \brief A YAML document as the JSON that it stands for, so that one reader reads both, and where in the
//! text each value is. Plain scalars have the types of YAML 1.2's core schema: "no" and "on" are texts, and
//! so is what is quoted.
class YamlDocument final {
public:
    //! \brief Reads \a text, in UTF-8, strictly. An empty document is an empty mapping.
    [[nodiscard]] static Expected<YamlDocument, YamlError> parse(const QByteArray &text);

    [[nodiscard]] const QJsonObject &root() const { return m_root; }
    //! \brief The place of a path as JsonReader writes it, such as "modules.ws.timeout"; of a key that is
    //! absent, the place of what it is absent from.
    [[nodiscard]] YamlMark markOf(const QString &path) const;

private:
    QJsonObject m_root;
    QHash<QString, YamlMark> m_marks;
};

} // namespace sockeye
