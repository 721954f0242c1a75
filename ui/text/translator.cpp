// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/translator.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

//! The English catalogue holds the plural forms, so a program that speaks English needs it too.
QLocale catalogueOf(const QLocale &locale)
{
    return locale.language() == QLocale::Chinese ? QLocale{QLocale::Chinese, QLocale::China}
                                                 : QLocale{QLocale::English, QLocale::UnitedStates};
}

void install(QTranslator &translator, bool loaded)
{
    if (loaded)
        QCoreApplication::installTranslator(&translator);
}

} // namespace

Translation::Translation(const QString &language)
    : m_locale(language.isEmpty() ? QLocale::system() : QLocale{language})
{
    const QLocale catalogue = catalogueOf(m_locale);
    install(m_program, m_program.load(catalogue, u"sockeye"_s, u"_"_s, u":/i18n"_s));
    install(
        m_qt, m_qt.load(catalogue, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)));
}

Translation::~Translation()
{
    QCoreApplication::removeTranslator(&m_qt);
    QCoreApplication::removeTranslator(&m_program);
}

} // namespace sockeye
