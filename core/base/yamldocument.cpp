// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/yamldocument.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <utility>
#include <yaml.h>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 32;

YamlMark toMark(const yaml_mark_t &mark)
{
    return {static_cast<int>(mark.line) + 1, static_cast<int>(mark.column) + 1};
}

// One event of the parser, freed at its end.
class Event final {
public:
    Event() = default;
    ~Event() { yaml_event_delete(&m_event); }
    Q_DISABLE_COPY_MOVE(Event)

    [[nodiscard]] bool read(yaml_parser_t &parser) { return yaml_parser_parse(&parser, &m_event) != 0; }
    [[nodiscard]] yaml_event_type_t type() const { return m_event.type; }
    [[nodiscard]] YamlMark mark() const { return toMark(m_event.start_mark); }
    [[nodiscard]] QString scalar() const
    {
        const auto &value = m_event.data.scalar;
        return QString::fromUtf8(QByteArrayView(value.value, static_cast<qsizetype>(value.length)));
    }
    [[nodiscard]] bool isPlain() const { return m_event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE; }
    [[nodiscard]] std::optional<YamlError::Kind> refusal() const;

private:
    yaml_event_t m_event{};
};

// What is well-formed YAML and yet not taken.
std::optional<YamlError::Kind> Event::refusal() const
{
    const unsigned char *anchor = nullptr;
    const unsigned char *tag = nullptr;
    if (type() == YAML_ALIAS_EVENT)
        return YamlError::Kind::Alias;
    if (type() == YAML_SCALAR_EVENT) {
        anchor = m_event.data.scalar.anchor;
        tag = m_event.data.scalar.tag;
    } else if (type() == YAML_SEQUENCE_START_EVENT) {
        anchor = m_event.data.sequence_start.anchor;
        tag = m_event.data.sequence_start.tag;
    } else if (type() == YAML_MAPPING_START_EVENT) {
        anchor = m_event.data.mapping_start.anchor;
        tag = m_event.data.mapping_start.tag;
    }
    if (anchor != nullptr)
        return YamlError::Kind::Alias;
    return tag != nullptr ? std::optional(YamlError::Kind::Tag) : std::nullopt;
}

// https://yaml.org/spec/1.2.2/#103-core-schema
QJsonValue typed(const QString &text)
{
    static const QRegularExpression null(u"^(?:|~|null|Null|NULL)$"_s);
    static const QRegularExpression yes(u"^(?:true|True|TRUE)$"_s);
    static const QRegularExpression no(u"^(?:false|False|FALSE)$"_s);
    static const QRegularExpression integer(u"^[-+]?[0-9]{1,18}$"_s);
    static const QRegularExpression real(u"^[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$"_s);
    if (null.match(text).hasMatch())
        return QJsonValue::Null;
    if (yes.match(text).hasMatch())
        return true;
    if (no.match(text).hasMatch())
        return false;
    if (integer.match(text).hasMatch())
        return text.toLongLong();
    if (real.match(text).hasMatch())
        return text.toDouble();
    return text;
}

// Walks the events of the parser; at the first error it stops and keeps that.
class Builder final {
public:
    explicit Builder(const QByteArray &text);
    ~Builder() { yaml_parser_delete(&m_parser); }
    Q_DISABLE_COPY_MOVE(Builder)

    [[nodiscard]] QJsonObject document();
    [[nodiscard]] const std::optional<YamlError> &error() const { return m_error; }
    [[nodiscard]] QHash<QString, YamlMark> takeMarks() { return std::move(m_marks); }

private:
    [[nodiscard]] bool next(Event &event);
    [[nodiscard]] QJsonValue value(const Event &event, const QString &path, int depth);
    [[nodiscard]] QJsonArray sequence(const QString &path, int depth);
    [[nodiscard]] QJsonObject mapping(const QString &path, int depth);
    void fail(YamlError::Kind kind, YamlMark mark, const QString &detail = {});

    yaml_parser_t m_parser{};
    std::optional<YamlError> m_error;
    QHash<QString, YamlMark> m_marks;
};

Builder::Builder(const QByteArray &text)
{
    // It fails for want of memory only, and then all else does too.
    if (yaml_parser_initialize(&m_parser) == 0)
        qBadAlloc();
    yaml_parser_set_input_string(&m_parser, reinterpret_cast<const unsigned char *>(text.constData()),
        static_cast<std::size_t>(text.size()));
    yaml_parser_set_encoding(&m_parser, YAML_UTF8_ENCODING);
}

void Builder::fail(YamlError::Kind kind, YamlMark mark, const QString &detail)
{
    if (!m_error)
        m_error = YamlError{kind, mark, detail};
}

bool Builder::next(Event &event)
{
    if (m_error)
        return false;
    if (!event.read(m_parser)) {
        // Bytes that are no UTF-8 are found before there is anything to mark.
        const bool isUnreadable = m_parser.error == YAML_READER_ERROR;
        fail(YamlError::Kind::Syntax, toMark(isUnreadable ? m_parser.mark : m_parser.problem_mark),
            QString::fromUtf8(m_parser.problem));
        return false;
    }
    if (const auto kind = event.refusal()) {
        fail(*kind, event.mark());
        return false;
    }
    return true;
}

QJsonObject Builder::document()
{
    QJsonObject root;
    for (bool isSeen = false;;) {
        Event event;
        if (!next(event) || event.type() == YAML_STREAM_END_EVENT)
            return root;
        if (event.type() == YAML_DOCUMENT_START_EVENT) {
            if (std::exchange(isSeen, true))
                fail(YamlError::Kind::SeveralDocuments, event.mark());
        } else if (event.type() == YAML_MAPPING_START_EVENT) {
            root = mapping({}, 1);
        } else if (event.type() == YAML_SEQUENCE_START_EVENT
            || (event.type() == YAML_SCALAR_EVENT && !(event.isPlain() && typed(event.scalar()).isNull()))) {
            fail(YamlError::Kind::NotAMapping, event.mark());
        }
    }
}

QJsonValue Builder::value(const Event &event, const QString &path, int depth)
{
    if (depth > deepest) {
        fail(YamlError::Kind::TooDeep, event.mark());
        return {};
    }
    if (event.type() == YAML_MAPPING_START_EVENT)
        return mapping(path, depth);
    if (event.type() == YAML_SEQUENCE_START_EVENT)
        return sequence(path, depth);
    return event.isPlain() ? typed(event.scalar()) : QJsonValue(event.scalar());
}

QJsonArray Builder::sequence(const QString &path, int depth)
{
    QJsonArray array;
    for (;;) {
        Event event;
        if (!next(event) || event.type() == YAML_SEQUENCE_END_EVENT)
            return array;
        const QString own = u"%1[%2]"_s.arg(path).arg(array.size());
        m_marks.insert(own, event.mark());
        array.append(value(event, own, depth + 1));
    }
}

QJsonObject Builder::mapping(const QString &path, int depth)
{
    QJsonObject object;
    for (;;) {
        Event key;
        if (!next(key) || key.type() == YAML_MAPPING_END_EVENT)
            return object;
        if (key.type() != YAML_SCALAR_EVENT) {
            fail(YamlError::Kind::KeyNotText, key.mark());
            return object;
        }
        const QString name = key.scalar();
        if (object.contains(name)) {
            fail(YamlError::Kind::DuplicateKey, key.mark(), name);
            return object;
        }
        const QString own = path.isEmpty() ? name : QString(path % u'.' % name);
        m_marks.insert(own, key.mark());
        Event content;
        if (!next(content))
            return object;
        object.insert(name, value(content, own, depth + 1));
    }
}

} // namespace

Expected<YamlDocument, YamlError> YamlDocument::parse(const QByteArray &text)
{
    Builder builder(text);
    YamlDocument document;
    document.m_root = builder.document();
    if (builder.error())
        return unexpected(*builder.error());
    document.m_marks = builder.takeMarks();
    return document;
}

YamlMark YamlDocument::markOf(const QString &path) const
{
    for (QString there = path; !there.isEmpty();) {
        const auto mark = m_marks.constFind(there);
        if (mark != m_marks.constEnd())
            return *mark;
        there.truncate(std::max(there.lastIndexOf(u'.'), there.lastIndexOf(u'[')));
    }
    return {};
}

} // namespace sockeye
