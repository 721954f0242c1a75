// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/documents.h"

namespace sockeye {

using namespace Qt::StringLiterals;

Documents::Documents(QObject *parent)
    : QObject(parent)
{
}

Documents::~Documents() = default;

template <typename T>
T Documents::load(const QString &path, T fallback, Expected<T, JsonError> (*parse)(const QByteArray &))
{
    const ConfigFile file(path);
    const auto content = file.read();
    if (!content) {
        // The next change would be written over it, or not at all.
        const auto moved = file.moveAside(u"unreadable"_s);
        m_aside.push_back({path, moved.value_or(QString()), std::nullopt, content.error()});
        return fallback;
    }
    if (!*content)
        return fallback;
    auto parsed = parse(**content);
    if (parsed)
        return *std::move(parsed);
    const bool isNewer = parsed.error().kind == JsonError::Kind::NewerVersion;
    const auto moved = file.moveAside(isNewer ? u"newer"_s : u"broken"_s);
    AsideDocument aside{path, moved.value_or(QString()), parsed.error(), std::nullopt};
    if (!moved)
        aside.file = moved.error();
    m_aside.push_back(aside);
    return fallback;
}

Workspace Documents::loadWorkspace(const QString &path, const QString &name)
{
    Workspace workspace = load(path, newWorkspace(name), &parseWorkspace);
    workspace.name = name;
    return workspace;
}

Preferences Documents::loadPreferences(const QString &path)
{
    return load(path, Preferences{}, &parsePreferences);
}

WindowState Documents::loadWindowState(const QString &path)
{
    return load(path, WindowState{}, &parseWindowState);
}

void Documents::save(const QString &path, const QByteArray &content)
{
    const auto written = ConfigFile(path).write(content);
    if (!written)
        Q_EMIT saveFailed(written.error());
}

} // namespace sockeye
