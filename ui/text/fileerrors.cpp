// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/errors.h"

#include <QCoreApplication>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FileErrors)
};

//! The few words that JsonReader uses for what it wants, in the reader's language.
QString expectedText(const QString &expected)
{
    static constexpr std::array known{
        QT_TRANSLATE_NOOP("FileErrors", "a string"),
        QT_TRANSLATE_NOOP("FileErrors", "a number"),
        QT_TRANSLATE_NOOP("FileErrors", "a whole number"),
        QT_TRANSLATE_NOOP("FileErrors", "true or false"),
        QT_TRANSLATE_NOOP("FileErrors", "an object"),
        QT_TRANSLATE_NOOP("FileErrors", "a list of strings"),
        QT_TRANSLATE_NOOP("FileErrors", "a list of objects"),
    };
    const auto found = std::ranges::find_if(
        known, [&expected](const char *text) { return expected == QLatin1StringView(text); });
    return found == known.end() ? expected : Words::tr(*found);
}

QString keptText(const StorageError &error)
{
    return error.keptAs.isEmpty()
        ? Words::tr("A new one was begun.")
        : Words::tr("It was kept as %1, and a new one was begun.").arg(error.keptAs);
}

QString withDetail(const QString &sentence, const QString &detail)
{
    return detail.isEmpty()
        ? sentence
        : Words::tr("%1 (%2)", "a sentence, and the system's own words").arg(sentence, detail);
}

} // namespace

ErrorText describe(const JsonError &error)
{
    switch (error.kind) {
    case JsonError::Kind::Syntax:
        return {error.offset < 0
                ? Words::tr("This is not valid JSON.")
                : Words::tr("This is not valid JSON: there is a mistake at byte %1.").arg(error.offset),
            Words::tr("Correct the file, or remove it.")};
    case JsonError::Kind::NotAnObject:
        return {Words::tr("The document has to be one JSON object."),
            Words::tr("Correct the file, or remove it.")};
    case JsonError::Kind::Missing:
        return {Words::tr("%1 is missing; it has to be %2.").arg(error.path, expectedText(error.expected)),
            Words::tr("Add it to the file.")};
    case JsonError::Kind::WrongType:
    case JsonError::Kind::BadValue:
        return {Words::tr("%1 has to be %2.").arg(error.path, expectedText(error.expected)),
            Words::tr("Correct it in the file.")};
    case JsonError::Kind::NewerVersion:
        return {Words::tr("The file was written by a newer version of Sockeye."),
            Words::tr("Update Sockeye to read it.")};
    }
    return {};
}

ErrorText describe(const YamlError &error)
{
    const QString remedy = Words::tr("Correct the file.");
    switch (error.kind) {
    case YamlError::Kind::Syntax:
        return {withDetail(Words::tr("This is not valid YAML."), error.detail), remedy};
    case YamlError::Kind::NotAMapping:
        return {Words::tr("The document has to be one mapping of keys to values."), remedy};
    case YamlError::Kind::DuplicateKey:
        return {Words::tr("The key %1 stands here a second time.").arg(error.detail), remedy};
    case YamlError::Kind::KeyNotText:
        return {Words::tr("A key has to be a text."), remedy};
    case YamlError::Kind::Alias:
        return {Words::tr("Anchors and aliases are not read."), remedy};
    case YamlError::Kind::Tag:
        return {Words::tr("Tags are not read."), remedy};
    case YamlError::Kind::SeveralDocuments:
        return {Words::tr("The file has to hold one document only."), remedy};
    case YamlError::Kind::TooDeep:
        return {Words::tr("This is nested too deep."), remedy};
    }
    return {};
}

ErrorText describe(const FileError &error)
{
    switch (error.kind) {
    case FileError::Kind::Unreadable:
        return {withDetail(Words::tr("%1 cannot be read.").arg(error.path), error.detail),
            Words::tr("Check the permissions of the file.")};
    case FileError::Kind::Unwritable:
        return {withDetail(Words::tr("%1 cannot be written.").arg(error.path), error.detail),
            Words::tr("Check the permissions of the folder. The changes stay until Sockeye ends.")};
    case FileError::Kind::DiskFull:
        return {Words::tr("%1 cannot be written: the disk is full.").arg(error.path),
            Words::tr("Make room. The changes stay until Sockeye ends.")};
    }
    return {};
}

ErrorText describe(const StorageError &error)
{
    switch (error.kind) {
    case StorageError::Kind::CannotOpen:
        return {withDetail(Words::tr("The history %1 cannot be opened.").arg(error.path), error.detail),
            Words::tr("Check the permissions of its folder. Until then nothing is remembered.")};
    case StorageError::Kind::Corrupt:
        return {withDetail(Words::tr("The history %1 is damaged.").arg(error.path), error.detail),
            keptText(error)};
    case StorageError::Kind::NewerVersion:
        return {Words::tr("The history %1 was written by a newer version of Sockeye.").arg(error.path),
            keptText(error)};
    case StorageError::Kind::WriteFailed:
        return {withDetail(Words::tr("The history %1 cannot be written.").arg(error.path), error.detail),
            Words::tr("What happens now will not be remembered.")};
    case StorageError::Kind::ReadFailed:
        return {withDetail(Words::tr("The history %1 cannot be read.").arg(error.path), error.detail),
            Words::tr("Start Sockeye again; if this stays, move the file away.")};
    case StorageError::Kind::DiskFull:
        return {Words::tr("The history cannot be written: the disk is full."),
            Words::tr("Make room. Until then nothing is remembered.")};
    }
    return {};
}

ErrorText describe(const DemoError &error)
{
    switch (error.kind) {
    case DemoError::Kind::ProgramMissing:
        return {Words::tr("The demo needs the program %1, which is not installed.").arg(error.program),
            Words::tr("Install it, or name its path in SOCKEYE_PROMETHEUS.")};
    case DemoError::Kind::StartFailed:
        return {withDetail(Words::tr("%1 could not be started.").arg(error.program), error.detail),
            Words::tr("Check that the program may be executed.")};
    case DemoError::Kind::NotReady:
        return {withDetail(Words::tr("%1 did not become ready.").arg(error.program), error.detail),
            Words::tr("Start the demo again.")};
    case DemoError::Kind::DiedEarly:
        return {withDetail(Words::tr("%1 ended unexpectedly.").arg(error.program), error.detail),
            Words::tr("Start the demo again.")};
    case DemoError::Kind::ConfigUnwritable:
        return {withDetail(Words::tr("The configuration of the demo cannot be written."), error.detail),
            Words::tr("Check the free space and the permissions of the data folder.")};
    }
    return {};
}

} // namespace sockeye
